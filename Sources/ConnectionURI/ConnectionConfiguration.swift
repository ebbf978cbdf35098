/// What libvirt.conf says about the choice of a connection.
public struct ConnectionConfiguration: Sendable, Hashable {
  /// `uri_default`: the URI when none is given; empty counts as unset.
  public var defaultURI: String?
  /// `uri_aliases`: short names and their URIs.
  public var aliases: [String: String]
  /// `remote_mode`: which sockets to use.
  public var remoteMode: SocketMode?

  /// A configuration of these parts; without them, that of a missing file.
  public init(defaultURI: String? = nil, aliases: [String: String] = [:], remoteMode: SocketMode? = nil) {
    self.defaultURI = defaultURI
    self.aliases = aliases
    self.remoteMode = remoteMode
  }
}
