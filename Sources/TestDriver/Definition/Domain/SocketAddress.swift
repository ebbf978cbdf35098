import Glibc

/// A numeric IPv4 or IPv6 address.
struct SocketAddress: Sendable, Hashable {
  let isIPv4: Bool
  /// The canonical text.
  let text: String
  /// 4 or 16 bytes.
  let bytes: [UInt8]

  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    if inet_pton(AF_INET, text, &four) == 1 {
      guard inet_ntop(AF_INET, &four, &buffer, socklen_t(buffer.count)) != nil else { return nil }
      isIPv4 = true
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      guard inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count)) != nil else { return nil }
      isIPv4 = false
      bytes = withUnsafeBytes(of: six) { Array($0) }
    } else {
      return nil
    }
    self.text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How many bits are set at the front, for a netmask.
  var bits: Int {
    bytes.reduce((0, true)) { state, byte in
      state.1 ? (state.0 + (~byte).leadingZeroBitCount, byte == 0xFF) : state
    }.0
  }

  /// The size of the network when nothing is said: its class for IPv4, 64 for IPv6.
  var usualBits: Int {
    guard isIPv4 else { return 64 }
    if bytes.allSatisfy({ $0 == 0 }) { return 0 }
    return bytes[0] < 128 ? 8 : bytes[0] < 192 ? 16 : bytes[0] < 224 ? 24 : 32
  }

  /// Whether only the first bits are set.
  func isNetwork(bits: Int) -> Bool {
    bytes.enumerated().allSatisfy { index, byte in
      let left = max(0, min(8, bits - index * 8))
      return left == 8 || byte << UInt8(left) == 0
    }
  }
}
