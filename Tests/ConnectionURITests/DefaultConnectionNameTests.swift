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
  #expect(try source("", all) == .libvirtVariable, "an empty name is the library's choice")
  #expect(try source(nil, all) == .virshVariable)
  #expect(try source(nil, all.merging(["VIRSH_DEFAULT_CONNECT_URI": ""]) { $1 }) == .libvirtVariable)
  #expect(try source(nil, [:]) == .configuration)
  #expect(try DefaultConnectionName.resolve(explicit: nil, in: environment()).source == .probe)
}

@Test func `aliases are followed once`() throws {
  let configuration = try ConnectionConfiguration(
    parsing: "uri_default = 'lab'\nuri_aliases = ['lab=qemu+ssh://lab/system']", path: "c")
  let name = try DefaultConnectionName.resolve(explicit: nil, in: environment(), configuration: configuration)
  #expect(name.target == .name(.uri(try ConnectionURI(parsing: "qemu+ssh://lab/system"))))
  #expect(name.alias == "lab")
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

/// What libvirt takes from its variable or file is no name of Xen's, and its message has no name at all.
@Test(arguments: ["bare", "xen", "XEN"])
func `what the library chooses must be a URI or an alias`(text: String) throws {
  let chosen: [(ConnectionEnvironment, ConnectionConfiguration)] = [
    (environment(["LIBVIRT_DEFAULT_URI": text]), ConnectionConfiguration()),
    (environment(), try ConnectionConfiguration(parsing: "uri_default = '\(text)'", path: "c")),
  ]
  for (environment, configuration) in chosen {
    let error = #expect(throws: ConnectionURIError.self) {
      try DefaultConnectionName.resolve(explicit: nil, in: environment, configuration: configuration)
    }
    #expect(error?.libvirtMessage == "no connection driver available for URI '(null)' does not include a driver name")
  }
}

@Test func `direct sockets need a driver's name`() throws {
  let configuration = try ConnectionConfiguration(parsing: "remote_mode = 'direct'", path: "c")
  let error = #expect(throws: ConnectionURIError.self) {
    try DefaultConnectionName.resolve(explicit: nil, in: environment(), configuration: configuration)
  }
  #expect(error?.libvirtMessage == "Operation not supported: Cannot use direct socket mode if no URI is set")
}

@Test func `aliases come first among what is worth offering, then daemons that are here`() throws {
  let configuration = try ConnectionConfiguration(
    parsing: "uri_aliases = ['lab=qemu+ssh://lab/system', 'test:///default=x', 'big=xen+ssh://big/']", path: "c")
  let sockets: Set = ["/var/run/libvirt/virtchd-sock", "/run/u/libvirt/virtqemud-sock"]
  let offered = environment(["XDG_RUNTIME_DIR": "/run/u"], user: 1000, sockets: sockets).knownConnections(configuration)
  #expect(offered.prefix(5) == ["lab", "test:///default", "big", "ch:///system", "qemu:///session"])
  #expect(Set(offered).count == offered.count)
  #expect(offered.suffix(3) == ["qemu+ssh://", "qemu+tls://", "qemu+tcp://"])
}
