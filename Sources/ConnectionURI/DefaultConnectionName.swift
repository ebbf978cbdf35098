/// Which connection is meant, and why.
///
/// libvirt's and virsh's order, as it was measured on 9.0.0: what the user names, `VIRSH_DEFAULT_CONNECT_URI`, `LIBVIRT_DEFAULT_URI`,
/// `uri_default` of libvirt.conf, the local daemon. Empty variables count as unset.
public struct DefaultConnectionName: Sendable, Hashable {
  /// Where the name comes from, by falling precedence.
  public enum Source: String, Sendable, Hashable {
    /// Given by the user: `-c`, `connect`.
    case explicit
    case virshVariable = "VIRSH_DEFAULT_CONNECT_URI"
    case libvirtVariable = "LIBVIRT_DEFAULT_URI"
    /// `uri_default` in libvirt.conf.
    case configuration = "uri_default"
    /// Nothing was given; the local daemon was looked for.
    case probe
  }

  /// What to connect to.
  public enum Target: Sendable, Hashable {
    /// A name, after aliases.
    case name(ConnectionName)
    /// The daemon at a socket, with an empty name: it chooses the driver.
    case daemon(UnixSocketPath)
  }

  /// Where the name comes from.
  public let source: Source
  /// The name in `uri_aliases` that stands for what is connected to; nil when none does.
  public let alias: String?
  /// What to connect to.
  public let target: Target

  /// Which connection is meant by `explicit`, else by the environment and the configuration.
  ///
  /// An empty `explicit` asks for the library's own choice, which virsh's variable has no part in. Throws ``ConnectionURIError`` when
  /// the name that wins is malformed, ``ConfigurationError`` when what is asked of the configuration is.
  public static func resolve(
    explicit: String?, readOnly: Bool = false, in environment: ConnectionEnvironment,
    configuration: ConnectionConfiguration = ConnectionConfiguration()
  ) throws -> DefaultConnectionName {
    if let explicit, !explicit.isEmpty { return try meaning(of: explicit, .explicit, configuration) }
    if explicit == nil, let text = environment["VIRSH_DEFAULT_CONNECT_URI"] {
      return try meaning(of: text, .virshVariable, configuration)
    }
    if let text = environment["LIBVIRT_DEFAULT_URI"] { return try meaning(of: text, .libvirtVariable, configuration) }
    // Asked only now: what is wrong with it hurts nobody who does not need it.
    if let text = try configuration.defaultURI { return try meaning(of: text, .configuration, configuration) }
    guard try configuration.remoteMode != .direct else { throw ConnectionURIError.directWithoutURI() }
    return probe(readOnly: readOnly, in: environment)
  }

  /// What a text means, with the configuration's aliases.
  private static func meaning(
    of text: String, _ source: Source, _ configuration: ConnectionConfiguration
  ) throws -> DefaultConnectionName {
    let isFromUser = source == .explicit || source == .virshVariable
    // The old names of Xen are taken from the user alone, and stand above aliases.
    if isFromUser, ConnectionName.isXen(text) { return DefaultConnectionName(source: source, alias: nil, target: .name(.xen)) }
    if let uri = try configuration.uri(forAlias: text) {
      return DefaultConnectionName(source: source, alias: text, target: .name(try name(uri, givenAs: text, source)))
    }
    return DefaultConnectionName(
      source: source, alias: nil, target: .name(try isFromUser ? ConnectionName(text) : name(text, givenAs: text, source)))
  }

  /// A URI. libvirt's words for a word that is none tell what the program gave.
  private static func name(_ uri: String, givenAs text: String, _ source: Source) throws -> ConnectionName {
    do {
      return .uri(try ConnectionURI(parsing: uri))
    } catch {
      throw error.code == .noConnection ? ConnectionURIError.noDriverName(uri, givenBy: source, as: text) : error
    }
  }

  /// The local daemon: libvirtd where its socket exists, else the first driver whose own daemon has one, else libvirtd.
  ///
  /// Other users than root get their session's daemon. A host of Xen that has no daemon of libvirt's at all may have those of the early
  /// days, which ``XenWays`` knows.
  private static func probe(readOnly: Bool, in environment: ConnectionEnvironment) -> DefaultConnectionName {
    let session = environment.effectiveUserID != 0
    let legacy = UnixSocketPath.standard("libvirt", session: session, readOnly: readOnly, in: environment)
    let drivers = session ? ["qemu", "vbox"] : ["xen", "qemu", "lxc", "vbox", "bhyve", "vz"]
    let found = drivers.first {
      environment.socketExists(UnixSocketPath.standard("virt\($0)d", session: session, readOnly: readOnly, in: environment))
    }
    let target: Target =
      if isEarlyXen(environment, readOnly: readOnly) {
        .name(.uri(ConnectionURI(scheme: "xen", path: "/")))
      } else if let found, !environment.socketExists(legacy) {
        .name(.uri(ConnectionURI(scheme: found, path: session ? "/session" : "/system")))
      } else {
        .daemon(.path(legacy))
      }
    return DefaultConnectionName(source: .probe, alias: nil, target: target)
  }

  /// Whether Xen is this host's hypervisor, and no daemon of libvirt's listens here, neither the system's nor the user's.
  private static func isEarlyXen(_ environment: ConnectionEnvironment, readOnly: Bool) -> Bool {
    guard ["/proc/xen", XenPlaces().xendSocket.description].contains(where: environment.socketExists) else { return false }
    let daemons = ["libvirt"] + ["xen", "qemu", "lxc", "vbox", "bhyve", "vz", "ch", "openvz"].map { "virt\($0)d" }
    let isSession = environment.effectiveUserID == 0 ? [false] : [false, true]
    return !isSession.contains { session in
      daemons.contains { environment.socketExists(UnixSocketPath.standard($0, session: session, readOnly: readOnly, in: environment)) }
    }
  }
}

extension ConnectionEnvironment {
  /// Which connection is meant by `explicit`, with what the user's libvirt.conf says now.
  public func connectionName(explicit: String?, readOnly: Bool) throws -> DefaultConnectionName {
    try .resolve(explicit: explicit, readOnly: readOnly, in: self, configuration: .ofUser(in: self))
  }
}
