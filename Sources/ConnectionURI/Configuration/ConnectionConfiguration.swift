/// What libvirt.conf says about the choice of a connection.
///
/// Mistakes in an entry come to light when it is needed, as with libvirt; mistakes of syntax at once.
public struct ConnectionConfiguration: Sendable, Hashable {
  private let values: [String: ConfigurationValue]
  private let path: String

  /// The configuration of a missing file.
  public init() {
    values = [:]
    path = ""
  }

  /// Reads a file's text; `path` is for messages. Throws at the first mistake of syntax.
  public init(parsing text: String, path: String) throws(ConfigurationError) {
    values = try ConfigurationSyntax(text, path: path).values
    self.path = path
  }

  /// `uri_default`: the URI when none is given; nil when it is not set. Throws when it is no string.
  public var defaultURI: String? {
    get throws(ConfigurationError) { try string("uri_default") }
  }

  /// `remote_mode`: which sockets to use. Throws for a mode that there is not.
  public var remoteMode: SocketMode? {
    get throws(ConfigurationError) { try choice("remote_mode") { "Unknown remote mode '\($0)'" } }
  }

  /// `remote_proxy`: what carries connections on the far side of ssh. Throws for one that there is not.
  public var remoteProxy: ProxyMode? {
    // The misspelling is libvirt's.
    get throws(ConfigurationError) { try choice("remote_proxy") { "Unnkown proxy type '\($0)'" } }
  }

  /// `tls_priority`: the GnuTLS priority string for TLS; nil when it is not set. Throws when it is no string.
  public var tlsPriority: String? {
    get throws(ConfigurationError) { try string("tls_priority") }
  }

  /// The aliases in `uri_aliases`, in order, as far as they are well-formed.
  public var aliases: [String] {
    guard case .list(let items) = values["uri_aliases"] else { return [] }
    return items.compactMap { item in
      guard case .string(let entry) = item, let sign = entry.firstIndex(of: "="), sign != entry.startIndex else { return nil }
      return String(entry[..<sign])
    }
  }

  /// The alias that may be meant by a word that is none: the nearest, at most two typing errors away.
  public func alias(like word: String) -> String? { Mistyping.nearest(to: word, among: aliases) }

  /// What `uri_aliases` has for a name, or nil. Entries in front of it must be well-formed.
  public func uri(forAlias name: String) throws(ConfigurationError) -> String? {
    guard let value = values["uri_aliases"] else { return nil }
    let refusal = "\(path): expected a string list for 'uri_aliases' parameter"
    guard case .list(let items) = value else { throw ConfigurationError(.internal, "internal error: \(refusal)") }
    var entries: [String] = []
    for item in items {
      guard case .string(let entry) = item else { throw ConfigurationError(.syntax, "configuration file syntax error: \(refusal)") }
      entries.append(entry)
    }
    for entry in entries {
      guard let sign = entry.firstIndex(of: "=") else { throw Self.malformed(entry, "expected 'alias=uri://host/path'") }
      let alias = entry[..<sign]
      guard alias.utf8.allSatisfy(Self.isAliasByte) else { throw Self.malformed(entry, "aliases may only contain 'a-Z, 0-9, _, -'") }
      let uri = entry[entry.index(after: sign)...]
      if alias == name, !uri.isEmpty { return String(uri) }
    }
    return nil
  }

  private func string(_ key: String) throws(ConfigurationError) -> String? {
    switch values[key] {
    case .string(let text): return text
    case nil: return nil
    default: throw ConfigurationError(.internal, "internal error: \(path): expected a string for '\(key)' parameter")
    }
  }

  private func choice<Choice: RawRepresentable<String>>(_ key: String, _ refusal: (String) -> String) throws(ConfigurationError) -> Choice?
  {
    guard let name = try string(key) else { return nil }
    guard let choice = Choice(rawValue: name) else {
      throw ConfigurationError(.invalidArgument, "invalid argument: \(refusal(name))")
    }
    return choice
  }

  private static func malformed(_ entry: String, _ reason: String) -> ConfigurationError {
    ConfigurationError(.syntax, "configuration file syntax error: Malformed 'uri_aliases' config entry '\(entry)', \(reason)")
  }

  private static func isAliasByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
