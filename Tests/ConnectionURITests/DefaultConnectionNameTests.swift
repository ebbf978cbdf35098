import ConnectionURI
import Testing

private func environment(
  _ variables: [String: String] = [:], user: UInt32 = 0, sockets: Set<String> = []
) -> ConnectionEnvironment {
  ConnectionEnvironment(variables: variables, effectiveUserID: user) { sockets.contains($0) }
}

@Test func `the first name given wins and empty ones do not count`() throws {
  let all = ["VIRSH_DEFAULT_CONNECT_URI": "test:///a", "LIBVIRT_DEFAULT_URI": "test:///b"]
  let configuration = try ConnectionConfiguration(parsing: "uri_default = 'test:///c'", path: "c")
  func source(_ explicit: String?, _ variables: [String: String]) throws -> DefaultConnectionName.Source {
    try DefaultConnectionName.resolve(explicit: explicit, in: environment(variables), configuration: configuration).source
  }
  #expect(try source("test:///x", all) == .explicit)
  #expect(try source("", all) == .virshVariable)
  #expect(try source(nil, all.merging(["VIRSH_DEFAULT_CONNECT_URI": ""]) { $1 }) == .libvirtVariable)
  #expect(try source(nil, [:]) == .configuration)
  #expect(try DefaultConnectionName.resolve(explicit: nil, in: environment()).source == .probe)
}

@Test func `aliases are followed once`() throws {
  let configuration = try ConnectionConfiguration(
    parsing: "uri_default = 'lab'\nuri_aliases = ['lab=qemu+ssh://lab/system']", path: "c")
  let name = try DefaultConnectionName.resolve(explicit: nil, in: environment(), configuration: configuration)
  #expect(name.target == .name(.uri(try ConnectionURI(parsing: "qemu+ssh://lab/system"))))
  #expect(throws: ConnectionURIError.self) {
    try DefaultConnectionName.resolve(explicit: "bal", in: environment(), configuration: configuration)
  }
}

@Test(
  arguments: [
    ([], 0, false, "/var/run/libvirt/libvirt-sock"), ([], 0, true, "/var/run/libvirt/libvirt-sock-ro"),
    (["/var/run/libvirt/libvirt-sock", "/var/run/libvirt/virtqemud-sock"], 0, false, "/var/run/libvirt/libvirt-sock"),
    (["/run/u/libvirt/libvirt-sock"], 1000, true, "/run/u/libvirt/libvirt-sock"), ([], 1000, false, "/run/u/libvirt/libvirt-sock"),
  ] as [(Set<String>, UInt32, Bool, String)])
func `without a name libvirtd is asked`(sockets: Set<String>, user: UInt32, readOnly: Bool, path: String) throws {
  let environment = environment(["XDG_RUNTIME_DIR": "/run/u"], user: user, sockets: sockets)
  let name = try DefaultConnectionName.resolve(explicit: nil, readOnly: readOnly, in: environment)
  #expect(name.target == .daemon(.path(path)))
}

@Test(
  arguments: [
    (["vz", "qemu"], 0, "qemu:///system"), (["vz", "bhyve"], 0, "bhyve:///system"), (["qemu", "xen"], 0, "xen:///system"),
    (["vbox", "lxc"], 0, "lxc:///system"), (["vbox"], 1000, "vbox:///session"), (["xen", "vbox", "qemu"], 1000, "qemu:///session"),
  ] as [([String], UInt32, String)])
func `without libvirtd the drivers' own daemons are looked for in order`(drivers: [String], user: UInt32, uri: String) throws {
  let folder = user == 0 ? "/var/run" : "/run/u"
  let sockets = Set(drivers.map { "\(folder)/libvirt/virt\($0)d-sock" })
  let environment = environment(["XDG_RUNTIME_DIR": "/run/u"], user: user, sockets: sockets)
  let name = try DefaultConnectionName.resolve(explicit: nil, in: environment)
  #expect(name.target == .name(.uri(try ConnectionURI(parsing: uri))))
}

@Test(arguments: [
  ("", ConnectionName.unspecified), ("xen", .xen), ("Xen", .xen), ("xen://", .xen), ("/", .xendSocket("/")),
  ("///var/run/xend/xend-socket", .xendSocket("/var/run/xend/xend-socket")), ("/x%20y", .xendSocket("/x y")),
])
func `the names of Xen's early days are kept apart`(text: String, name: ConnectionName) throws {
  #expect(try ConnectionName(text) == name)
}

@Test func `other names are URIs`() throws {
  #expect(try ConnectionName("http://localhost:8000/") == .uri(ConnectionURI(scheme: "http", host: "localhost", port: 8000, path: "/")))
  #expect(try ConnectionName("xen:///") == .uri(ConnectionURI(scheme: "xen", path: "/")))
  for text in ["//host/x", "///x?y", "/x y", "xenon", "//"] {
    #expect(throws: ConnectionURIError.self) { try ConnectionName(text) }
  }
}
