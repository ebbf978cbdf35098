import XDR

/// A message that one side sends unasked: an event of the server, or a sign of life.
///
/// It has a procedure number like a call, but no reply; its serial means nothing.
public struct EventMessage<Message: XDRCodable & Sendable>: Sendable {
  /// Which program the number belongs to.
  public let program: Program
  /// The number within the program.
  public let number: Int32
  /// libvirt's name of the message, in the same spelling as the member that holds it.
  public let name: String

  /// Declares a message: number, name and the type of its payload.
  public init(_ number: Int32, _ name: String, _ message: Message.Type, program: Program = .remote) {
    self.number = number
    self.name = name
    self.program = program
  }

  /// Reads the payload.
  /// - Throws: `XDRError` on malformed input.
  public func decode(_ reader: inout XDRReader) throws -> Message {
    try Message(from: &reader)
  }

  /// The payload of a message: what a server makes.
  /// - Throws: `XDRError` when the message exceeds a bound.
  public func encode(_ message: Message) throws -> [UInt8] {
    try message.encoded()
  }
}

/// What can be said of a message without its type.
public protocol AnyEventMessage: Sendable {
  /// Which program the number belongs to.
  var program: Program { get }
  /// The number within the program.
  var number: Int32 { get }
  /// libvirt's name of the message.
  var name: String { get }
  /// The type of the payload.
  var messageType: Any.Type { get }
}

extension EventMessage: AnyEventMessage {
  /// The type of the payload.
  public var messageType: Any.Type { Message.self }
}
