import Glibc

/// A numeric IPv4 or IPv6 address.
struct SocketAddress: Sendable, Hashable {
  let isIPv4: Bool
  /// The canonical text.
  let text: String
  /// 4 or 16 bytes.
  let bytes: [UInt8]

  /// Reads what the system takes for an address: also fewer than four numbers, and numbers that are not decimal.
  init?(_ text: String) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    var found: UnsafeMutablePointer<addrinfo>?
    guard !text.isEmpty, getaddrinfo(text, nil, &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    guard let address = found.pointee.ai_addr else { return nil }
    var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, found.pointee.ai_addrlen, &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST) == 0 else { return nil }
    isIPv4 = found.pointee.ai_family == AF_INET
    let raw = UnsafeRawBufferPointer(start: address, count: Int(found.pointee.ai_addrlen))
    // Behind the family and the port, and in the newer protocol the flow.
    bytes = isIPv4 ? Array(raw[4..<8]) : Array(raw[8..<24])
    self.text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How many bits are set at the front, for a netmask.
  var bits: Int {
    bytes.reduce((0, true)) { state, byte in
      state.1 ? (state.0 + (~byte).leadingZeroBitCount, byte == 0xFF) : state
    }.0
  }

  /// Whether no bits are set but those of a mask.
  func isNetwork(mask: SocketAddress) -> Bool { zip(bytes, mask.bytes).allSatisfy { $0 & ~$1 == 0 } }

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
