import ConnectionURI
import Testing

private func resolve(
  _ uri: String, user: UInt32 = 0, readOnly: Bool = false, variables: [String: String] = ["XDG_RUNTIME_DIR": "/run/u"],
  sockets: Set<String> = [], mode: SocketMode? = nil
) throws -> String {
  let environment = ConnectionEnvironment(variables: variables, effectiveUserID: user) { sockets.contains($0) }
  return try UnixSocketPath.resolve(
    ConnectionURI(parsing: uri), readOnly: readOnly, in: environment, configuredMode: mode
  ).description
}

/// Paths that libvirt 9.0.0 (Debian's build) tried.
@Test(
  arguments: [
    ("qemu:///system", 0, false, "/var/run/libvirt/libvirt-sock"),
    ("qemu:///system", 0, true, "/var/run/libvirt/libvirt-sock-ro"),
    ("qemu:///system", 1000, true, "/var/run/libvirt/libvirt-sock-ro"),
    ("qemu:///session", 0, false, "/var/run/libvirt/libvirt-sock"),
    ("qemu:///session", 1000, false, "/run/u/libvirt/libvirt-sock"),
    ("qemu:///session", 1000, true, "/run/u/libvirt/libvirt-sock"),
    ("qemu:///session/", 1000, false, "/var/run/libvirt/libvirt-sock"),
    ("qemu+UNIX:///session?mode=direct", 1000, false, "/run/u/libvirt/virtqemud-sock"),
    ("qemu:///system?mode=direct", 0, true, "/var/run/libvirt/virtqemud-sock-ro"),
    ("QEMU:///system?mode=direct", 0, false, "/var/run/libvirt/virtQEMUd-sock"),
    ("remote:///?mode=direct", 0, false, "/var/run/libvirt/virtremoted-sock"),
    ("test+unix:///default", 1000, false, "/run/u/libvirt/libvirt-sock"),
    ("TEST+unix:///default", 1000, false, "/var/run/libvirt/libvirt-sock"),
    ("test+unix:///default", 0, false, "/var/run/libvirt/libvirt-sock"),
    ("remote:///session", 1000, false, "/run/u/libvirt/libvirt-sock"),
    ("qemu:///system?socket=/x&mode=direct", 0, true, "/x"),
    ("test+unix:///default?socket=@abs", 0, false, "@abs"),
    ("test+unix:///default?socket=", 0, false, ""),
  ] as [(String, UInt32, Bool, String)])
func `the socket is libvirt's`(uri: String, user: UInt32, readOnly: Bool, path: String) throws {
  #expect(try resolve(uri, user: user, readOnly: readOnly) == path)
}

@Test func `auto prefers the driver's own socket where it exists`() throws {
  let own: Set<String> = ["/run/u/libvirt/virtqemud-sock"]
  #expect(try resolve("qemu:///session", user: 1000, sockets: own) == "/run/u/libvirt/virtqemud-sock")
  #expect(try resolve("foo:///session", user: 1000, sockets: own) == "/run/u/libvirt/libvirt-sock")
  #expect(try resolve("qemu:///session?mode=legacy", user: 1000, sockets: own) == "/run/u/libvirt/libvirt-sock")
  #expect(try resolve("qemu:///session", user: 1000, sockets: own, mode: .legacy) == "/run/u/libvirt/libvirt-sock")
  #expect(try resolve("qemu:///session?mode=auto", user: 1000, sockets: own, mode: .legacy) == "/run/u/libvirt/virtqemud-sock")
  #expect(
    try resolve("qemu:///system", user: 1000, readOnly: true, sockets: ["/var/run/libvirt/virtqemud-sock"])
      == "/var/run/libvirt/libvirt-sock-ro")
}

@Test(arguments: [
  (["HOME": "/h"], "/h/.cache"), (["HOME": "/h", "XDG_RUNTIME_DIR": ""], "/h/.cache"),
  (["HOME": "/h", "XDG_CACHE_HOME": "/c"], "/c"), (["XDG_RUNTIME_DIR": "/r", "XDG_CACHE_HOME": "/c"], "/r"),
])
func `the user's folder falls back to the cache`(variables: [String: String], folder: String) throws {
  #expect(try resolve("qemu:///session", user: 1000, variables: variables) == "\(folder)/libvirt/libvirt-sock")
}

@Test func `a URI that is wrong elsewhere has no socket`() {
  #expect(throws: ConnectionURIError.self) { try resolve("qemu+unix://host/system") }
  #expect(throws: ConnectionURIError.self) { try resolve("qemu:///system?mode=x") }
}
