import LibvirtProtocol
import NIOSSL

/// What TLS may use: a priority string of GnuTLS, as far as it can be had here.
struct TLSPriority: Sendable {
  /// Versions by their place in ``versionNames``.
  private var versions: Set<Int> = [2, 3]
  private var exchanges = Set(TLSCipher.all.map(\.exchange))
  private var ciphers = Set(TLSCipher.all.map(\.cipher))
  private var macs = Set(TLSCipher.all.map(\.mac))
  private var groups: Set<String> = Set(groupValues.map(\.name))
  /// The security that keys must offer.
  private(set) var strength = KeyStrength.low
  /// Whether a name with `*` in a certificate counts.
  private(set) var allowsWildcards = true
  /// Whether the revocation list counts.
  private(set) var checksRevocation = true

  /// GnuTLS's default, `NORMAL`, without the versions before TLS 1.2, which RFC 8996 has withdrawn.
  init() {}

  /// Reads a priority string. Throws libvirt's error, with what is wrong with it beside.
  init(_ text: String) throws(LibvirtError) {
    do throws(Flaw) {
      let items = text.split(separator: ":", omittingEmptySubsequences: false)
      for (index, item) in items.enumerated() { try apply(item.uppercased(), isFirst: index == 0) }
      _ = try span
    } catch {
      let status = error.isUnusable ? "No or insufficient priorities were set." : "The request is invalid."
      let shown = ForeignText(text.utf8).shown
      throw LibvirtError(.systemError, .rpc, "Failed to set TLS session priority to \(shown): \(status)").noting(error.reason)
    }
  }

  /// Puts it into a configuration.
  func apply(to configuration: inout TLSConfiguration) {
    let names = suites.map(\.name)
    if !names.isEmpty { configuration.cipherSuites = names.joined(separator: ":") }
    if let span = try? span {
      configuration.minimumTLSVersion = Self.versionValues[span.lowerBound]
      configuration.maximumTLSVersion = Self.versionValues[span.upperBound]
    }
    if groups.count < Self.groupValues.count {
      configuration.curves = Self.groupValues.filter { groups.contains($0.name) }.map(\.value)
    }
  }

  private var suites: [TLSCipher] {
    TLSCipher.all.filter { exchanges.contains($0.exchange) && ciphers.contains($0.cipher) && macs.contains($0.mac) }
  }

  /// The versions that come to be offered. TLS 1.3 goes where not all of its ciphers are allowed: they can't be chosen among.
  private var span: ClosedRange<Int> {
    get throws(Flaw) {
      var offered = versions
      if !TLSCipher.newest.isSubset(of: ciphers) || !macs.contains("AEAD") {
        offered.remove(3)
        if versions == [3] { throw Flaw("of TLS 1.3 no single ciphers can be chosen here: allow VERS-TLS1.2 too", isUnusable: true) }
      }
      if suites.isEmpty { offered.formIntersection([3]) }
      guard let first = offered.min(), let last = offered.max() else {
        throw Flaw("it leaves no version of TLS, or none of the ciphers that are to be had here", isUnusable: true)
      }
      guard !groups.isEmpty else { throw Flaw("it leaves no group for the exchange of keys", isUnusable: true) }
      guard offered.count == last - first + 1 else { throw Flaw("versions of TLS can't be left out between others here") }
      return first...last
    }
  }

  private mutating func apply(_ item: String, isFirst: Bool) throws(Flaw) {
    guard let sign = item.first else { throw Flaw("an item of it is empty") }
    switch sign {
    case "+": try change(String(item.dropFirst()), isAllowed: true)
    case "-", "!": try change(String(item.dropFirst()), isAllowed: false)
    case "%": try setOption(String(item.dropFirst()))
    case "@": throw Flaw("priorities of the system (@) are not read here: write the string itself")
    default:
      guard isFirst else { throw Flaw("'\(item)' needs a + or - in front of it") }
      try begin(item)
    }
    // Without a keyword in front nothing is allowed but what is added.
    if isFirst, "+-!%".contains(sign), sign != "+" { clear() }
  }

  private mutating func clear() {
    (versions, exchanges, ciphers, macs, groups) = ([], [], [], [], [])
  }

  private mutating func begin(_ keyword: String) throws(Flaw) {
    switch keyword {
    case "NORMAL", "PERFORMANCE", "LEGACY": break
    case "PFS": exchanges.remove("RSA")
    case "SECURE128", "SECURE": strength = .medium
    case "SECURE192":
      strength = .ultra
      ciphers = ciphers.filter { $0.contains("256") || $0.hasPrefix("CHACHA20") }
    case "SECURE256":
      strength = .future
      ciphers = ciphers.filter { $0.contains("256") || $0.hasPrefix("CHACHA20") }
    case "SUITEB128":
      (strength, exchanges, ciphers, macs) = (.high, ["ECDHE-ECDSA"], ["AES-128-GCM", "AES-256-GCM"], ["AEAD"])
      groups = ["SECP256R1", "SECP384R1"]
    case "SUITEB192":
      (strength, exchanges, ciphers, macs, groups) = (.high, ["ECDHE-ECDSA"], ["AES-256-GCM"], ["AEAD"], ["SECP384R1"])
    case "NONE": clear()
    default: throw Flaw("'\(keyword)' is no keyword: NORMAL, PFS, SECURE128, SECURE192, SECURE256, SUITEB128, SUITEB192 or NONE")
    }
  }

  private mutating func change(_ name: String, isAllowed: Bool) throws(Flaw) {
    func update<Value>(_ set: inout Set<Value>, _ values: [Value]) {
      if isAllowed { set.formUnion(values) } else { set.subtract(values) }
    }
    switch name {
    case "VERS-ALL", "VERS-TLS-ALL": return update(&versions, isAllowed ? [2, 3] : [0, 1, 2, 3])
    case "CIPHER-ALL": return update(&ciphers, TLSCipher.all.map(\.cipher))
    case "KX-ALL": return update(&exchanges, TLSCipher.all.map(\.exchange))
    case "MAC-ALL": return update(&macs, TLSCipher.all.map(\.mac))
    case "GROUP-ALL", "CURVE-ALL": return update(&groups, Self.groupValues.map(\.name))
    // There is nothing else, and it is always there.
    case "COMP-NULL", "COMP-ALL", "CTYPE-ALL", "CTYPE-X509", "CTYPE-X.509", "CTYPE-CLI-X509", "CTYPE-SRV-X509", "SIGN-ALL": return
    default: break
    }
    if name.hasPrefix("VERS-"), let version = Self.versionNames.firstIndex(of: String(name.dropFirst(5))) {
      return update(&versions, [version])
    }
    for prefix in ["GROUP-", "CURVE-"] where name.hasPrefix(prefix) {
      let group = String(name.dropFirst(prefix.count))
      if Self.groupValues.contains(where: { $0.name == group }) { return update(&groups, [group]) }
    }
    if TLSCipher.all.contains(where: { $0.cipher == name }) { return update(&ciphers, [name]) }
    if TLSCipher.all.contains(where: { $0.exchange == name }) { return update(&exchanges, [name]) }
    if TLSCipher.all.contains(where: { $0.mac == name }) { return update(&macs, [name]) }
    // What is not there need not be forbidden.
    if !isAllowed, Self.isAbsent(name) { return }
    throw Flaw("'\(name)' is not to be had here")
  }

  /// Algorithms of GnuTLS that are not there at all.
  private static func isAbsent(_ name: String) -> Bool {
    let prefixes = ["VERS-DTLS", "VERS-SSL", "CAMELLIA-", "ARCFOUR", "3DES", "AES-128-CCM", "AES-256-CCM", "GOST", "GROUP-FFDHE"]
    let names = ["DHE-RSA", "DHE-DSS", "DHE-PSK", "PSK", "ECDHE-PSK", "RSA-PSK", "ANON-DH", "ANON-ECDH", "SRP", "MD5", "SHA256", "SHA384"]
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  private mutating func setOption(_ name: String) throws(Flaw) {
    switch name {
    case "DISABLE_WILDCARDS": allowsWildcards = false
    case "VERIFY_DISABLE_CRL_CHECKS": checksRevocation = false
    case "PROFILE_VERY_WEAK", "PROFILE_LOW", "PROFILE_LEGACY": break
    case "PROFILE_MEDIUM": strength = max(strength, .medium)
    case "PROFILE_HIGH", "PROFILE_SUITEB128": strength = max(strength, .high)
    case "PROFILE_ULTRA", "PROFILE_SUITEB192": strength = max(strength, .ultra)
    case "PROFILE_FUTURE": strength = .future
    // These ask for what is so here anyway, or for no more than that an old server is not upset.
    case "COMPAT", "DUMBFW", "SAFE_RENEGOTIATION", "PARTIAL_RENEGOTIATION", "SERVER_PRECEDENCE", "LATEST_RECORD_VERSION",
      "STATELESS_COMPRESSION", "NO_TICKETS", "NO_TICKETS_TLS12", "NO_STATUS_REQUEST", "NO_ETM", "ALLOW_SMALL_RECORDS",
      "DISABLE_TLS13_COMPAT_MODE":
      break
    default: throw Flaw("the option %\(name) has no equivalent here")
    }
  }

  private static let versionNames = ["TLS1.0", "TLS1.1", "TLS1.2", "TLS1.3"]
  private static let versionValues: [TLSVersion] = [.tlsv1, .tlsv11, .tlsv12, .tlsv13]
  private static let groupValues: [(name: String, value: NIOTLSCurve)] = [
    ("X25519", .x25519), ("SECP256R1", .secp256r1), ("SECP384R1", .secp384r1), ("SECP521R1", .secp521r1),
  ]

  /// What is wrong with a priority string.
  private struct Flaw: Error {
    let reason: String
    let isUnusable: Bool

    init(_ reason: String, isUnusable: Bool = false) {
      self.reason = ForeignText(reason.utf8).shown
      self.isUnusable = isUnusable
    }
  }
}
