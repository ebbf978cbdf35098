import XDR

/// The six words in front of every payload, behind the length word.
public struct MessageHeader: Hashable, Sendable {
  /// Which program the procedure belongs to; may be one that nobody here knows.
  public var program: Program
  /// The program's version: 1.
  public var version: UInt32
  /// The procedure's or event's number.
  public var procedure: Int32
  /// What the message is for.
  public var type: MessageType
  /// What ties a reply to its call and a packet to its stream: chosen by the client, echoed by the server. Events carry any number.
  public var serial: UInt32
  /// How it went.
  public var status: MessageStatus

  /// A header; version and status default to what a call carries.
  public init(
    program: Program,
    version: UInt32 = Program.version,
    procedure: Int32,
    type: MessageType,
    serial: UInt32,
    status: MessageStatus = .ok
  ) {
    self.program = program
    self.version = version
    self.procedure = procedure
    self.type = type
    self.serial = serial
    self.status = status
  }
}

extension MessageHeader: XDREncodable, XDRDecodable {
  /// Appends the 24 bytes.
  public func encode(into writer: inout XDRWriter) {
    program.rawValue.encode(into: &writer)
    version.encode(into: &writer)
    procedure.encode(into: &writer)
    type.encode(into: &writer)
    serial.encode(into: &writer)
    status.encode(into: &writer)
  }

  /// Reads the 24 bytes.
  /// - Throws: `XDRError`: `truncated`, or `badDiscriminant` for an unknown type or status.
  public init(from reader: inout XDRReader) throws {
    program = Program(rawValue: try reader.read())
    version = try reader.read()
    procedure = try reader.read()
    type = try reader.read()
    serial = try reader.read()
    status = try reader.read()
  }
}
