import XDR

/// A numbered procedure with typed arguments and a typed reply. Declared once, used by every driver and every caller.
///
/// The arguments are the fields of libvirt's argument structure, in order; the reply is its return structure: `Nothing` for none, the
/// field's own type when it has one field, a record otherwise.
public struct Procedure<Reply: XDRCodable & Sendable, each Argument: XDRCodable & Sendable>: Sendable {
  /// Which program the number belongs to.
  public let program: Program
  /// The number within the program.
  public let number: Int32
  /// The public function of libvirt that it carries out, as error messages spell it: `virDomainGetState`.
  public let name: String
  /// Whether it may change anything.
  public let effect: Effect
  /// Which workers of the server may take it.
  public let priority: Priority
  /// The stream that it opens, if any.
  public let stream: StreamDirection

  /// Declares a procedure: number, name, effect, priority, then the types of the arguments and of the reply.
  public init(
    _ number: Int32,
    _ name: String,
    _ effect: Effect,
    _ priority: Priority,
    _ argument: repeat (each Argument).Type,
    returns: Reply.Type = Nothing.self,
    stream: StreamDirection = .none,
    program: Program = .remote
  ) {
    self.program = program
    self.number = number
    self.name = name
    self.effect = effect
    self.priority = priority
    self.stream = stream
  }

  /// The payload of a call.
  /// - Throws: `XDRError` when an argument exceeds its bound.
  public func encode(_ argument: repeat each Argument) throws -> [UInt8] {
    var writer = XDRWriter()
    try encode(repeat each argument, into: &writer)
    return writer.bytes
  }

  /// Appends the payload of a call.
  /// - Throws: `XDRError` when an argument exceeds its bound.
  public func encode(_ argument: repeat each Argument, into writer: inout XDRWriter) throws {
    repeat try (each argument).encode(into: &writer)
  }

  /// Reads the payload of a call: what a server does.
  /// - Throws: `XDRError` on malformed input.
  public func decodeArguments(_ reader: inout XDRReader) throws -> (repeat each Argument) {
    (repeat try (each Argument)(from: &reader))
  }

  /// Reads the payload of a reply.
  /// - Throws: `XDRError` on malformed input.
  public func decodeReply(_ reader: inout XDRReader) throws -> Reply {
    try Reply(from: &reader)
  }
}
