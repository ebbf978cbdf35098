/// Which connection is meant, and why.
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
  /// What to connect to.
  public let target: Target

  /// Which connection is meant by `explicit`, else by the environment and the configuration.
  ///
  /// Empty values count as not given. Throws when the name that wins is malformed.
  public static func resolve(
    explicit: String?, readOnly: Bool = false, in environment: ConnectionEnvironment,
    configuration: ConnectionConfiguration = ConnectionConfiguration()
  ) throws -> DefaultConnectionName {
    let given: [(source: Source, text: String?)] = [
      (.explicit, explicit),
      (.virshVariable, environment["VIRSH_DEFAULT_CONNECT_URI"]),
      (.libvirtVariable, environment["LIBVIRT_DEFAULT_URI"]),
    ]
    for case (let source, let text?) in given where !text.isEmpty {
      if let name = try named(text, source, configuration) { return name }
    }
    // Asked only now: what is wrong with it hurts nobody who does not need it.
    if let text = try configuration.defaultURI, !text.isEmpty, let name = try named(text, .configuration, configuration) { return name }
    return DefaultConnectionName(source: .probe, target: probe(readOnly: readOnly, in: environment))
  }

  private static func named(
    _ text: String, _ source: Source, _ configuration: ConnectionConfiguration
  ) throws -> DefaultConnectionName? {
    let name = try ConnectionName(configuration.uri(forAlias: text) ?? text)
    return name == .unspecified ? nil : DefaultConnectionName(source: source, target: .name(name))
  }

  /// The local daemon: libvirtd where its socket exists, else the first driver whose own daemon has one, else libvirtd.
  ///
  /// Other users than root get their session's daemon.
  static func probe(readOnly: Bool, in environment: ConnectionEnvironment) -> Target {
    let session = environment.effectiveUserID != 0
    let legacy = UnixSocketPath.standard("libvirt", session: session, readOnly: readOnly, in: environment)
    guard !environment.socketExists(legacy) else { return .daemon(.path(legacy)) }
    for driver in session ? ["qemu", "vbox"] : ["xen", "qemu", "lxc", "vbox", "bhyve", "vz"] {
      let socket = UnixSocketPath.standard("virt\(driver)d", session: session, readOnly: readOnly, in: environment)
      if environment.socketExists(socket) {
        return .name(.uri(ConnectionURI(scheme: driver, path: session ? "/session" : "/system")))
      }
    }
    return .daemon(.path(legacy))
  }
}
