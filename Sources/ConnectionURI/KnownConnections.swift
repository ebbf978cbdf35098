extension ConnectionEnvironment {
  /// Names worth offering to somebody who is about to name a connection: the aliases of libvirt.conf, the URIs of drivers whose own
  /// daemons have sockets here, and URIs as they are usually written; those at the end wait for a host.
  public func knownConnections(_ configuration: ConnectionConfiguration) -> [String] {
    let usual = ["qemu:///system", "qemu:///session", "lxc:///system", "xen:///system", "vbox:///session", "test:///default"]
    let remote = ["qemu+ssh://", "qemu+tls://", "qemu+tcp://"]
    var seen: Set<String> = []
    return (configuration.aliases + directURIs + usual + remote).filter { seen.insert($0).inserted }
  }

  /// The URIs that daemons of single drivers serve here.
  private var directURIs: [String] {
    let drivers = ["qemu", "lxc", "xen", "vbox", "ch", "bhyve", "vz", "openvz"]
    // For root a session is the system.
    let isSession = effectiveUserID == 0 ? [false] : [false, true]
    return isSession.flatMap { session in
      drivers.filter { socketExists(UnixSocketPath.standard("virt\($0)d", session: session, readOnly: false, in: self)) }
        .map { "\($0):///\(session ? "session" : "system")" }
    }
  }
}
