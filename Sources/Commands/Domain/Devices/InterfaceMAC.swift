/// A MAC address as a user types it: six numbers of one or two hexadecimal digits with colons between them.
struct InterfaceMAC: CustomStringConvertible {
  private let bytes: [UInt8]

  /// Nil for another text.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.first != UInt8(ascii: "+") }) else { return nil }
    let bytes = parts.compactMap { UInt8($0, radix: 16) }
    guard bytes.count == 6 else { return nil }
    self.bytes = bytes
  }

  /// As libvirt writes it: lower case, two digits each.
  var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}
