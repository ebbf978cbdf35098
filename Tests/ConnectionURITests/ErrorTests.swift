import ConnectionURI
import Testing

/// URIs that libvirt cannot parse: its message is the same for all, ours names the part and the byte.
private let unparsable: [(String, ConnectionURIError.Part, Int)] = [
  ("qemu+tcp://host:-1/system", .port, 16), ("qemu+tcp://host:abc/system", .port, 16), ("qemu+tcp://host:/system", .port, 16),
  ("qemu+tcp://host:65536/", .port, 16), ("qemu+tcp://h:99999999999999999999/system", .port, 13),
  ("qemu+tcp://:16509/", .port, 12), ("qemu+tcp://[::1/system", .host, 11), ("qemu+tcp://::1/system", .host, 11),
  ("qemu+tcp://[zz]/", .host, 12), ("qemu+tcp://[]/", .host, 12), ("qemu+tcp://[12]/", .host, 12), ("qemu+tcp://[::1]x/", .host, 16),
  ("qemu+ssh://ho st/system", .host, 13), ("qemu+tcp://a@b@h/", .host, 14), ("qemu+tcp://h%zz/", .host, 12), ("qemu+tcp://h{x/", .host, 12),
  ("qemu+tcp://h/system%zz", .path, 19), ("qemu+tcp://h/sys%2", .path, 16), ("qemu+tcp://h/sys%", .path, 16),
  ("qemu:///sys tem", .path, 11), ("qemu:///system ", .path, 14), ("qemu:///é", .path, 8), ("qemu:///[x]", .path, 8),
  ("qemu:///a%00b", .path, 7), ("qemu:///%ff", .path, 7), ("qemu:///system?x=%zz", .query, 17), ("qemu:///s?x={y}", .query, 12),
  ("qemu:///s?x=[y]", .query, 12), ("qemu:///s?x=%ff", .query, 12), ("qemu:///s#a#b", .fragment, 11), ("qemu:///s#a b", .fragment, 11),
  ("+ssh:///system", .scheme, 0), ("://x", .scheme, 0), ("1qemu:///system", .scheme, 0), ("qe_mu:///system", .scheme, 2),
  ("  qemu:///system", .scheme, 0), ("us%20er:///", .scheme, 2), ("qemu+tcp://us er@h/", .user, 13), (" ", .path, 0),
]

@Test(arguments: unparsable)
func `what cannot be parsed is named with its place`(text: String, part: ConnectionURIError.Part, offset: Int) {
  let error = #expect(throws: ConnectionURIError.self) { try ConnectionURI(parsing: text) }
  #expect(error?.libvirtMessage == "internal error: Unable to parse URI \(text)")
  #expect(error?.part == part)
  #expect(error?.offset == offset)
  #expect(error?.code == .internalError)
  #expect(error?.domain == .uri)
  #expect(error?.explanation.hasPrefix("\(part.rawValue) at character \(offset + 1): ") == true)
}

@Test(arguments: [
  ("qemu", "qemu:///system"), ("system", "qemu:///system"), ("session", "qemu:///session"), ("test", "test:///default"),
  ("foo.txt", "qemu:///system"), ("./x", "qemu:///system"), ("a/b:c", "qemu:///system"), ("?x", "qemu:///system"),
  ("#x", "qemu:///system"), ("//", "qemu:///system"), ("vbxo", "vbox:///system"),
])
func `a name without a driver is refused with a hint`(text: String, wanted: String) {
  let error = #expect(throws: ConnectionURIError.self) { try ConnectionURI(parsing: text) }
  #expect(error?.libvirtMessage == "no connection driver available for URI '\(text)' does not include a driver name")
  #expect(error?.code == .noConnection)
  #expect(error?.domain == ConnectionURIError.Domain.none)
  #expect(error?.hint == "maybe you want \(wanted)")
}

@Test(arguments: [
  ("qemu://system", "qemu:///system"), ("qemu://session", "qemu:///session"), ("qemu://system/", "qemu:///system"),
  ("qemu://system/x", "qemu:///system"), ("qemu://root@system:22?x=1", "qemu:///system"), ("vbox://session", "vbox:///session"),
  ("vz://system", "vz:///system"),
])
func `a missing slash is pointed out`(text: String, wanted: String) {
  let error = #expect(throws: ConnectionURIError.self) { try ConnectionURI(parsing: text) }
  #expect(error?.libvirtMessage == "internal error: invalid URI \(text) (maybe you want \(wanted))")
  #expect(error?.code == .internalError)
}

@Test(arguments: ["lxc://system", "xen://system", "qemu+ssh://system", "QEMU://system", "qemu://SYSTEM", "test://session"])
func `a host called system is taken where libvirt takes it`(text: String) throws {
  #expect(try ConnectionURI(parsing: text).host != nil)
}

@Test(arguments: ["qemu+bogus:///system", "qemu+:///system", "qemu+ssh+tcp:///system", "qemu+bogus://h/s?mode=bogus&no_tty=x"])
func `an unknown transport lists the known ones`(text: String) throws {
  let uri = try ConnectionURI(parsing: text)
  let error = #expect(throws: ConnectionURIError.self) { try ConnectionParameters(uri) }
  #expect(
    error?.libvirtMessage
      == "invalid argument: remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)")
  #expect(error?.part == .transport)
  #expect(error?.offset == 5)
  #expect(error?.explanation.contains("tls, unix, ssh, libssh2, ext, tcp, libssh") == true)
}

@Test(arguments: [
  ("qemu+unix://host/system", "invalid argument: using unix socket and remote server 'host' is not supported."),
  ("qemu+unix://h/s?mode=bogus&no_tty=x", "invalid argument: using unix socket and remote server 'h' is not supported."),
  ("qemu:///s?mode=bogus&no_tty=x&proxy=y", "invalid argument: Failed to parse value of URI component no_tty"),
  ("qemu:///s?no_verify=", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?no_verify", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?no_verify=0x10", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?no_verify=1%20", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?no_verify=99999999999", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?no_verify=1&no_verify=x", "invalid argument: Failed to parse value of URI component no_verify"),
  ("qemu:///s?mode=bogus&proxy=x", "invalid argument: Unknown remote mode 'bogus'"),
  ("qemu:///s?mode=LEGACY", "invalid argument: Unknown remote mode 'LEGACY'"),
  ("qemu+tcp://h/s?mode=", "invalid argument: Unknown remote mode ''"),
  ("qemu+ssh://h/s?proxy=NATIVE", "invalid argument: Unnkown proxy type 'NATIVE'"),
  ("qemu+ext:///s", "invalid argument: remote_open: for 'ext' transport, command is required"),
  ("qemu+ssh:///s?mode=direct", "Operation not supported: Cannot use direct socket mode for ssh transport"),
  ("qemu+ssh:///s?netcat=foo&proxy=native", "invalid argument: netcat path not valid with native proxy mode"),
])
func `bad parameters get libvirt's words`(text: String, message: String) throws {
  let uri = try ConnectionURI(parsing: text)
  let error = #expect(throws: ConnectionURIError.self) { try ConnectionParameters(uri) }
  #expect(error?.libvirtMessage == message)
  #expect(error?.hint != nil)
}

@Test func `nothing serving the URI lists drivers and suggests one`() throws {
  let error = ConnectionURIError.noDriver(for: try ConnectionURI(parsing: "qmeu+ssh://h/system"))
  #expect(error.libvirtMessage == "no connection driver available for qmeu+ssh://h/system")
  #expect(error.code == .noConnection)
  #expect(error.explanation.contains("qemu, lxc, xen, test"))
  #expect(error.hint == "maybe you want qemu+ssh://h/system")
  #expect(
    ConnectionURIError.noDriver(for: try ConnectionURI(parsing: "foo:///x")).libvirtMessage == "no connection driver available for foo:///x"
  )
}

@Test(arguments: [("qemv", KnownDriver.qemu), ("QEMU", .qemu), ("kvm", nil), ("lxd", .lxc), ("vmwareplyer", .vmwareplayer), ("", nil)])
func `typing errors are recognised`(name: String, driver: KnownDriver?) {
  #expect(KnownDriver.nearest(to: name) == driver)
}
