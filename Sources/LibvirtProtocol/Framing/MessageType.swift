import XDR

/// What a message is for: a word of its header (`virNetMessageType`).
public enum MessageType: Int32, Hashable, Sendable, CaseIterable {
  /// A client calls a procedure.
  case call = 0
  /// The server answers a call.
  case reply = 1
  /// An event, or a sign of life: nothing answers it.
  case message = 2
  /// A packet of a stream, which the call's serial names.
  case stream = 3
  /// A call with file descriptors behind it.
  case callWithFDs = 4
  /// A reply with file descriptors behind it.
  case replyWithFDs = 5
  /// A stretch without data in a sparse stream.
  case streamHole = 6
}

/// How it went: a word of a message's header (`virNetMessageStatus`).
public enum MessageStatus: Int32, Hashable, Sendable, CaseIterable {
  /// A call, a reply with a result, an event; in a stream: finish, or the answer to finish and to abort.
  case ok = 0
  /// A reply that carries an error; in a stream from a client: abort.
  case error = 1
  /// Data within a stream; with no data, its end.
  case `continue` = 2
}

extension MessageType: XDREncodable, XDRDecodable {
  /// Appends the number.
  public func encode(into writer: inout XDRWriter) {
    rawValue.encode(into: &writer)
  }

  /// Reads the number.
  /// - Throws: `XDRError` of kind `badDiscriminant` for one without meaning.
  public init(from reader: inout XDRReader) throws {
    let offset = reader.offset
    let number = try reader.read(Int32.self)
    guard let type = Self(rawValue: number) else { throw XDRError(.badDiscriminant(number), offset: offset) }
    self = type
  }
}

extension MessageStatus: XDREncodable, XDRDecodable {
  /// Appends the number.
  public func encode(into writer: inout XDRWriter) {
    rawValue.encode(into: &writer)
  }

  /// Reads the number.
  /// - Throws: `XDRError` of kind `badDiscriminant` for one without meaning.
  public init(from reader: inout XDRReader) throws {
    let offset = reader.offset
    let number = try reader.read(Int32.self)
    guard let status = Self(rawValue: number) else { throw XDRError(.badDiscriminant(number), offset: offset) }
    self = status
  }
}
