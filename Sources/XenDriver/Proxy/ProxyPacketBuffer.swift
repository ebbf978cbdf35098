/// Puts the proxy's messages together from the pieces in which they arrive.
struct ProxyPacketBuffer {
  private var bytes: [UInt8] = []

  /// Adds what has arrived.
  mutating func append(_ piece: some Sequence<UInt8>) { bytes += piece }

  /// The next whole message, or nil before it is there.
  ///
  /// Throws ``ProxyViolation`` for a header that cannot be; where the next message would begin is then unknown.
  mutating func next() throws(ProxyViolation) -> ProxyPacket? {
    guard bytes.count >= ProxyPacket.headerLength else { return nil }
    let command = half(2)
    guard half(0) == ProxyPacket.version else {
      throw ProxyViolation(command: command, offset: 0, reason: "version \(half(0)) instead of \(ProxyPacket.version)")
    }
    let length = Int(half(6))
    guard (ProxyPacket.headerLength...ProxyPacket.maximumLength).contains(length) else {
      throw ProxyViolation(command: command, offset: 6, reason: "a length of \(length) bytes")
    }
    guard bytes.count >= length else { return nil }
    let packet = ProxyPacket(
      command: command, serial: half(4), number: ProxyPacket.integer(bytes[8..<16]), extra: Array(bytes[ProxyPacket.headerLength..<length]))
    bytes.removeFirst(length)
    return packet
  }

  private func half(_ offset: Int) -> UInt16 { ProxyPacket.integer(bytes[offset..<offset + 2]) }
}
