import Glibc

/// A numeric IPv4 or IPv6 address.
struct SocketAddress: Sendable, Hashable {
  let isIPv4: Bool
  /// The canonical text.
  let text: String

  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    if inet_pton(AF_INET, text, &four) == 1 {
      guard inet_ntop(AF_INET, &four, &buffer, socklen_t(buffer.count)) != nil else { return nil }
      isIPv4 = true
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      guard inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count)) != nil else { return nil }
      isIPv4 = false
    } else {
      return nil
    }
    self.text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
