import Glibc
import X509

/// The name or address of a server as the URI has it, to be found in its certificate.
struct ServerName: Sendable, Hashable {
  let name: String
  /// The bytes of an address, 4 or 16; nil for a name.
  private let address: [UInt8]?

  init(_ name: String) {
    self.name = name
    address = Self.address(name)
  }

  /// Whether a certificate is for this name: by its alternative names, as GnuTLS has it.
  ///
  /// The common name counts only where there are no alternative names of a kind that could name a host, and for no address.
  func isIn(_ certificate: KnownCertificate, allowingWildcards: Bool = true) throws -> Bool {
    let names = try certificate.certificate.extensions.subjectAlternativeNames
    if let address {
      return names?.contains { if case .ipAddress(let bytes) = $0 { Array(bytes.bytes) == address } else { false } } == true
    }
    for case .dnsName(let pattern) in names ?? .init() where matches(pattern, allowingWildcards) { return true }
    guard names?.contains(where: Self.excludesCommonName) != true else { return false }
    let commonNames = Self.commonNames(of: certificate)
    return commonNames.count == 1 && matches(commonNames[0], allowingWildcards)
  }

  /// Why a certificate is not for this name, to be shown.
  func difference(from certificate: KnownCertificate) -> String {
    let names = Self.names(of: certificate)
    guard address != nil else { return "it is for \(names), not for \(name)" }
    return "it is for \(names), but not for the IP address \(name) as such"
  }

  /// The names that a certificate has, fit to be shown.
  private static func names(of certificate: KnownCertificate) -> String {
    let names = (try? certificate.certificate.extensions.subjectAlternativeNames) ?? nil
    var shown: [String] = (names ?? .init()).compactMap { name in
      switch name {
      case .dnsName(let name): name
      case .ipAddress(let address): addressText(Array(address.bytes))
      default: nil
      }
    }
    if shown.isEmpty, names?.contains(where: excludesCommonName) != true { shown = commonNames(of: certificate) }
    let text = ForeignText(shown.prefix(10).joined(separator: ", ").utf8).shown
    return text.isEmpty ? "no host" : text
  }

  private static func excludesCommonName(_ name: GeneralName) -> Bool {
    switch name {
    case .dnsName, .ipAddress, .rfc822Name, .uniformResourceIdentifier: true
    default: false
    }
  }

  private static func commonNames(of certificate: KnownCertificate) -> [String] {
    certificate.certificate.subject.flatMap { $0 }.filter { $0.type == [2, 5, 4, 3] }.compactMap { String($0.value) }
  }

  /// A `*` stands for the whole first label, and only above two others.
  private func matches(_ pattern: String, _ allowingWildcards: Bool) -> Bool {
    let (pattern, name) = (Self.lowercased(pattern), Self.lowercased(name))
    guard pattern.starts(with: "*.".utf8) else { return !pattern.isEmpty && pattern == name }
    let rest = pattern.dropFirst()
    guard allowingWildcards, rest.dropFirst().contains(UInt8(ascii: ".")), !rest.contains(UInt8(ascii: "*")) else { return false }
    guard let dot = name.firstIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    return name[dot...].elementsEqual(rest)
  }

  private static func lowercased(_ name: String) -> [UInt8] {
    name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }

  private static func address(_ text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }

  private static func addressText(_ address: [UInt8]) -> String? {
    guard address.count == 4 || address.count == 16 else { return nil }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(address.count == 4 ? AF_INET : AF_INET6, address, &text, socklen_t(text.count)) != nil else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
