/// A libvirt connection URI: `driver[+transport]://[user@][host][:port]/path[?parameters][#fragment]`.
///
/// The syntax is RFC 3986's as libvirt 9.0.0 reads it: user, host, path, fragment and parameters are kept decoded, the
/// query also as it was written. Printing gives what libvirt's `virConnectGetURI` would give.
public struct ConnectionURI: Sendable, Hashable, LosslessStringConvertible {
  /// The scheme as written, `qemu+ssh`. Only the transport in it is compared without regard to case. Empty for ``isXendSocket`` alone.
  public let scheme: String
  /// The user, decoded; everything before the `@`, so that `user:password` is one name as for libvirt.
  public let user: String?
  /// The host, decoded; an IPv6 address without its brackets. Nil when the URI names none.
  public let host: String?
  /// The TCP port, 1...65535. Nil when absent or written as 0, which libvirt takes as absent.
  public let port: UInt16?
  /// The path, decoded: empty, or usually beginning with `/`.
  public let path: String
  /// The query as it was written, nil without `?`.
  public let query: String?
  /// The parameters of the query in their order, decoded.
  public let parameters: [ConnectionURIParameter]
  /// The fragment, decoded; empty when the URI ends in `#`.
  public let fragment: String?

  /// Reads a URI. Throws ``ConnectionURIError`` that says which part is wrong and where.
  public init(parsing text: String) throws(ConnectionURIError) {
    var parser = URIParser(text)
    let parsed = try parser.parse()
    guard let scheme = parsed.scheme else { throw ConnectionURIError.noDriverName(text) }
    self.init(parsed, scheme: scheme)
    if let error = ConnectionURIError.missingSlash(text, self) { throw error }
  }

  /// Reads a URI, nil where ``init(parsing:)`` throws.
  public init?(_ description: String) {
    guard let uri = try? ConnectionURI(parsing: description) else { return nil }
    self = uri
  }

  /// A URI from its parts, which are given decoded. No part is checked; what is printed is encoded as needed.
  public init(
    scheme: String, user: String? = nil, host: String? = nil, port: UInt16? = nil, path: String,
    parameters: [ConnectionURIParameter] = [], fragment: String? = nil
  ) {
    self.scheme = scheme
    self.user = user
    self.host = host
    self.port = port
    self.path = path
    self.query = parameters.isEmpty ? nil : ConnectionURIParameter.format(parameters)
    self.parameters = parameters
    self.fragment = fragment
  }

  init(_ parsed: ParsedURI, scheme: String) {
    self.scheme = scheme
    user = parsed.user
    host = parsed.host
    port = parsed.port
    path = parsed.path
    query = parsed.query
    parameters = parsed.parameters
    fragment = parsed.fragment
  }

  /// The driver's part of the scheme: `qemu` of `qemu+ssh`.
  public var driver: String { String(scheme.prefix { $0 != "+" }) }

  /// What follows the first `+` of the scheme, nil without one. ``transport()`` gives it a meaning.
  public var transportName: String? {
    scheme.firstIndex(of: "+").map { String(scheme[scheme.index(after: $0)...]) }
  }

  /// The value of a parameter, the last one if it is given twice; names compare without regard to ASCII case.
  public func parameter(_ name: String) -> String? {
    parameters.last { $0.hasName(name) }?.value
  }

  /// Whether the test driver of this process serves the URI: `test:///default`, `test:///FILE`.
  ///
  /// Scheme exactly `test`, no transport and no host; anything else goes to a daemon.
  public var isLocalTest: Bool { scheme == "test" && host == nil }

  /// The URI as libvirt prints it: parts encoded again, the query as written, always with `//`.
  public var description: String {
    var text = isXendSocket ? "//" : scheme + "://"
    if let user { text += PercentEncoding.encode(user, keeping: .user) + "@" }
    if let host {
      text +=
        host.contains(":") ? "[" + PercentEncoding.encode(host, keeping: .address) + "]" : PercentEncoding.encode(host, keeping: .host)
    }
    if host != nil, let port { text += ":\(port)" }
    text += PercentEncoding.encode(path, keeping: .path)
    if let query { text += "?" + query }
    if let fragment { text += "#" + PercentEncoding.encode(fragment, keeping: .fragment) }
    return text
  }
}
