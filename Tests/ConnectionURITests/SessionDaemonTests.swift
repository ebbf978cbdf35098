import ConnectionURI
import Testing

private func daemon(
  _ uri: String, user: UInt32 = 1000, variables: [String: String] = [:], sockets: Set<String> = [], mode: SocketMode? = nil
) throws -> SessionDaemon? {
  let environment = ConnectionEnvironment(
    variables: ["XDG_RUNTIME_DIR": "/run/u"].merging(variables) { $1 }, effectiveUserID: user
  ) { sockets.contains($0) }
  return try SessionDaemon(for: ConnectionURI(parsing: uri), in: environment, configuredMode: mode)
}

/// Programs that libvirt 9.0.0 (Debian's build) tried to start.
@Test(arguments: [
  ("qemu:///session", "/usr/sbin/libvirtd"), ("qemu:///session?mode=direct", "/usr/sbin/virtqemud"),
  ("test+unix:///default", "/usr/sbin/libvirtd"), ("remote+unix:///session", "/usr/sbin/libvirtd"),
  ("remote+unix:///session?mode=direct", "/usr/sbin/virtremoted"), ("lxc:///session", "/usr/sbin/libvirtd"),
])
func `the daemon that is started is libvirt's`(uri: String, program: String) throws {
  #expect(try daemon(uri)?.program == program)
  #expect(try daemon(uri, user: 0) == nil)
  #expect(try daemon(uri, variables: ["LIBVIRT_AUTOSTART": "0"]) == nil)
}

@Test(arguments: ["qemu:///system", "qemu+unix:///session?socket=/x", "test+unix:///default?socket=@a"])
func `nothing is started for a system's daemon or a socket that is named`(uri: String) throws {
  #expect(try daemon(uri) == nil)
}

@Test(
  arguments: [
    (["VIRTD_PATH": "/a/b//", "LIBVIRTD_PATH": "/c"], "/a/b/libvirtd"), (["LIBVIRTD_PATH": "/c"], "/c/libvirtd"),
    (["VIRTD_PATH": "x"], "x/libvirtd"), (["VIRTD_PATH": "", "LIBVIRTD_PATH": "/c"], "libvirtd"), (["VIRTD_PATH": "/"], "/libvirtd"),
    (["LIBVIRT_AUTOSTART": ""], "/usr/sbin/libvirtd"),
  ] as [([String: String], String)])
func `variables name the folder of the daemon`(variables: [String: String], program: String) throws {
  #expect(try daemon("qemu:///session", variables: variables)?.program == program)
}

@Test func `the daemon is that of the socket`() throws {
  let own = try #require(try daemon("qemu:///session", sockets: ["/run/u/libvirt/virtqemud-sock"]))
  #expect(own.program == "/usr/sbin/virtqemud" && own.lockFile == "/run/u/libvirt/virtqemud.lock")
  #expect(try daemon("qemu:///session", mode: .direct)?.folder == "/run/u/libvirt")
}

@Test func `the daemon gets little of the environment`() throws {
  let variables = ["HOME": "/h", "SECRET": "s", "LC_ALL": "de_DE", "PATH": "/p", "XDG_CACHE_HOME": "/c"]
  let got = try #require(try daemon("qemu:///session", variables: variables)).variables
  #expect(Set(got) == ["LC_ALL=C", "PATH=/p", "HOME=/h", "XDG_CACHE_HOME=/c", "XDG_RUNTIME_DIR=/run/u"])
  #expect(try daemon("qemu:///session")?.variables.contains("PATH=/bin:/usr/bin") == true)
}
