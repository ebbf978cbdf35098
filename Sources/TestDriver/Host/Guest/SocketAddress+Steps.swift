extension SocketAddress {
  /// The address so many steps further; behind the last one it starts again.
  func advanced(by steps: UInt64) -> SocketAddress {
    var (bytes, carry) = (bytes, steps)
    for index in bytes.indices.reversed() {
      let (sum, overflow) = carry.addingReportingOverflow(UInt64(bytes[index]))
      bytes[index] = UInt8(truncatingIfNeeded: sum)
      carry = overflow ? UInt64.max >> 8 : sum >> 8
    }
    let groups = stride(from: 0, to: bytes.count - 1, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
    let text = isIPv4 ? bytes.map { String($0) }.joined(separator: ".") : groups.joined(separator: ":")
    return SocketAddress(text) ?? self
  }
}
