import LibvirtProtocol

/// One message as it travels: the header and what follows it.
public struct Frame: Sendable, Equatable {
  /// The header.
  public let header: MessageHeader
  /// The payload, a slice of the decoder's buffer. Keeping it for long makes the decoder copy its buffer once.
  public let payload: ArraySlice<UInt8>

  /// A message of these parts.
  public init(header: MessageHeader, payload: ArraySlice<UInt8>) {
    self.header = header
    self.payload = payload
  }
}

/// Cuts a byte stream into messages; for both ends of a connection.
///
/// Give it bytes, then take messages until there is none. It holds at most the bytes of one unfinished message then, and
/// allocates nothing for a length that was only announced.
public struct FrameDecoder: Sendable {
  /// Length word and header.
  static let minimumLength = MessageLimits.lengthWord + MessageLimits.header
  /// A buffer of more capacity is given back when it is empty.
  private static let keptCapacity = 1 << 20

  private let maximumLength: Int
  private var buffer: [UInt8] = []
  private var index = 0
  private var bytesToSkip = 0

  /// A decoder that accepts messages of up to `maximumLength` bytes, the length word included.
  public init(maximumLength: Int = MessageLimits.lengthWord + MessageLimits.message) {
    self.maximumLength = maximumLength
  }

  /// How many bytes wait for the rest of their message.
  public var bufferedCount: Int { buffer.count - index }

  /// The bytes the decoder has allocated.
  public var capacity: Int { buffer.capacity }

  /// The bytes not yet taken as messages, at most `limit`; what to show when they are none.
  public func unread(limit: Int) -> ArraySlice<UInt8> { buffer[index...].prefix(limit) }

  /// Adds bytes as they came in.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    if index == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      index = 0
    } else if index >= buffer.count - index {
      buffer.removeSubrange(..<index)
      index = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// Takes the bytes not yet taken as messages out, all of them.
  public mutating func takeUnread() -> [UInt8] {
    defer {
      buffer = []
      index = 0
    }
    return Array(buffer[index...])
  }

  /// Passes over the next `count` bytes of the stream: descriptors that follow a message come with one byte each.
  public mutating func skip(_ count: Int) { bytesToSkip += max(0, count) }

  /// Takes the next message; nil until one is complete.
  ///
  /// Throws ``FrameError`` for what is no message of this protocol. The decoder then stays where it is.
  public mutating func next() throws(FrameError) -> Frame? {
    let skipped = min(bytesToSkip, bufferedCount)
    index += skipped
    bytesToSkip -= skipped
    guard bufferedCount >= MessageLimits.lengthWord else {
      if bufferedCount == 0, buffer.capacity > Self.keptCapacity {
        buffer = []
        index = 0
      }
      return nil
    }
    let length = Int(word(0))
    guard length >= Self.minimumLength else { throw .tooShort(length) }
    guard length <= maximumLength else { throw foreign() ?? .tooLong(length) }
    guard bufferedCount >= length else { return nil }
    let header = try header()
    let payload = buffer[index + Self.minimumLength..<index + length]
    index += length
    return Frame(header: header, payload: payload)
  }

  private func header() throws(FrameError) -> MessageHeader {
    let type = Int32(bitPattern: word(4))
    let status = Int32(bitPattern: word(6))
    let program = word(1)
    let procedure = Int32(bitPattern: word(3))
    guard let messageType = MessageType(rawValue: type) else {
      throw .unknownType(program: program, version: word(2), procedure: procedure, type: type)
    }
    guard let messageStatus = MessageStatus(rawValue: status) else { throw .unknownStatus(status) }
    return MessageHeader(
      program: Program(rawValue: program), version: word(2), procedure: procedure, type: messageType, serial: word(5),
      status: messageStatus)
  }

  /// What the first bytes betray when they are no length: text and TLS records both look like more than 150 MB.
  private func foreign() -> FrameError? {
    let first = buffer[index..<index + MessageLimits.lengthWord]
    if ForeignText.canBegin(with: first) { return .text }
    let isRecord = (0x14...0x17).contains(first[index]) && first[index + 1] == 3 && first[index + 2] <= 4
    return isRecord ? .tls : nil
  }

  /// The word at a distance of `position` words from the start of the message.
  private func word(_ position: Int) -> UInt32 {
    let start = index + position * 4
    return UInt32(buffer[start]) << 24 | UInt32(buffer[start + 1]) << 16 | UInt32(buffer[start + 2]) << 8 | UInt32(buffer[start + 3])
  }
}
