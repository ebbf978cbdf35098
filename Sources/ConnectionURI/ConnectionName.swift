/// What a user may give to name a connection: a URI, nothing, or one of the names from Xen's early days.
public enum ConnectionName: Sendable, Hashable {
  /// The empty name: choose for me (see ``DefaultConnectionName``).
  case unspecified
  /// `xen` in any case of letters, or `xen://`: the Xen host here.
  case xen
  /// A path without scheme, `/` or `///path`: the unix socket of Xen's daemon xend.
  case xendSocket(String)
  /// A URI; `http://host:port/` also means xend.
  case uri(ConnectionURI)

  /// Reads a name. Throws what ``ConnectionURI/init(parsing:)`` throws.
  public init(_ text: String) throws(ConnectionURIError) {
    guard !text.isEmpty else {
      self = .unspecified
      return
    }
    guard !Self.isXen(text) else {
      self = .xen
      return
    }
    if text.hasPrefix("/") {
      var parser = URIParser(text)
      let parsed = try parser.parse()
      if parsed.host == nil, parsed.user == nil, parsed.query == nil, parsed.fragment == nil, parsed.path.hasPrefix("/") {
        self = .xendSocket(parsed.path)
        return
      }
    }
    self = .uri(try ConnectionURI(parsing: text))
  }

  /// The URI that means the same.
  public var uri: ConnectionURI {
    switch self {
    case .unspecified, .xen: ConnectionURI(scheme: "xen", path: "/system")
    case .xendSocket(let path): ConnectionURI(scheme: "", path: path)
    case .uri(let uri): uri
    }
  }

  /// Whether a text is the name of the Xen host here.
  static func isXen(_ text: String) -> Bool { PercentEncoding.asciiLowercased(text) == "xen" || text == "xen://" }
}
