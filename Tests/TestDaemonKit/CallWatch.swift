import NIOCore

/// Reads the calls in the bytes that a client sends, for tests that count what reaches a server.
struct CallWatch {
  private var buffer = ByteBuffer()

  /// Takes bytes as they come; gives the calls that are whole: procedure number and everything behind the header.
  mutating func take(_ bytes: ByteBuffer) -> [(procedure: Int32, payload: [UInt8])] {
    buffer.writeImmutableBuffer(bytes)
    var calls: [(procedure: Int32, payload: [UInt8])] = []
    // Length (its own four bytes included), program, version, procedure, type, serial, status: 28 bytes in all.
    while let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self), length >= 28, buffer.readableBytes >= Int(length) {
      guard var frame = buffer.readSlice(length: Int(length)) else { break }
      let header = frame.readMultipleIntegers(as: (UInt32, UInt32, UInt32, Int32, Int32, UInt32, Int32).self)
      // 0 is a call; the rest are streams and the like.
      if let header, header.4 == 0 { calls.append((header.3, Array(frame.readableBytesView))) }
    }
    buffer.discardReadBytes()
    return calls
  }
}
