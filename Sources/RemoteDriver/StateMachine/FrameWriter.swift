import LibvirtProtocol

/// Writes messages; for both ends of a connection.
public enum FrameWriter {
  /// The payload is longer than a message may be (33,554,408 bytes).
  public struct PayloadTooLong: Error, Sendable, Hashable {
    /// The payload's length in bytes.
    public let count: Int
  }

  /// Appends length word, header and payload to `bytes`. Throws, having appended nothing, when the payload is too long.
  public static func append(
    _ header: MessageHeader, _ payload: some Collection<UInt8>, to bytes: inout [UInt8]
  ) throws(PayloadTooLong) {
    let count = payload.count
    guard count <= MessageLimits.payload else { throw PayloadTooLong(count: count) }
    appendHead(header, payloadCount: count, to: &bytes)
    bytes.append(contentsOf: payload)
  }

  /// Appends length word and header for a payload of `payloadCount` bytes, which must be a legal length.
  static func appendHead(_ header: MessageHeader, payloadCount: Int, to bytes: inout [UInt8]) {
    append(UInt32(truncatingIfNeeded: FrameDecoder.minimumLength + payloadCount), to: &bytes)
    append(header.program.rawValue, to: &bytes)
    append(header.version, to: &bytes)
    append(UInt32(bitPattern: header.procedure), to: &bytes)
    append(UInt32(bitPattern: header.type.rawValue), to: &bytes)
    append(header.serial, to: &bytes)
    append(UInt32(bitPattern: header.status.rawValue), to: &bytes)
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: word >> 24))
    bytes.append(UInt8(truncatingIfNeeded: word >> 16))
    bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    bytes.append(UInt8(truncatingIfNeeded: word))
  }
}
