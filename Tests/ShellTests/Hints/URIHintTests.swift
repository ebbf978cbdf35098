import Commands
import ConnectionURI
import Glibc
import LibvirtProtocol
import Testing

@testable import Shell

/// What is said about a URI that was hardly meant.
@Suite(.timeLimit(.minutes(20))) struct URIHintTests {
  /// The hint for an attempt that failed so; libvirt.conf has the aliases `lab` and `backup`.
  private static func hint(_ name: String, _ error: any Error) async throws -> String? {
    let folder = try WorkFolder(fixtures: [:], programs: [:])
    mkdir("\(folder.path)/libvirt", 0o700)
    defer {
      unlink("\(folder.path)/libvirt/libvirt.conf")
      rmdir("\(folder.path)/libvirt")
      folder.remove()
    }
    try folder.write(Array("uri_aliases = ['lab=qemu+ssh://lab/system', 'backup=x']\n".utf8), to: "libvirt/libvirt.conf")
    let environment = ConnectionEnvironment(variables: ["XDG_CONFIG_HOME": folder.path], effectiveUserID: 1000) { _ in false }
    let advisor = Advisor(environment: environment, registry: .builtIn, limit: .seconds(60))
    return await advisor.hint(
      about: Failure(CommandFailure("failed", cause: ConnectError(error, to: name))),
      in: Scene(environment: environment, host: advisor.host))
  }

  /// The hint for a text that is refused before anything is opened.
  private static func hint(_ text: String) async throws -> String? {
    let error = #expect(throws: ConnectionURIError.self) { try ConnectionURI(parsing: text) }
    return try await hint(text, try #require(error))
  }

  private static let noTLS = LibvirtError(
    .systemError, .rpc, "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory")
  private static let noDriver = LibvirtError(.noConnect, .none, "x")

  @Test(arguments: [
    ("qemu://host/system", "no transport in the URI means TLS; for local use qemu:///system, for ssh qemu+ssh://host/system"),
    ("qemu://host", "no transport in the URI means TLS; for local use qemu:///system, for ssh qemu+ssh://host/system"),
    ("lxc://system", "with two slashes 'system' is the name of a host, and no transport means TLS; for local use lxc:///system"),
    ("ch://session", "with two slashes 'session' is the name of a host, and no transport means TLS; for local use ch:///session"),
    ("qmeu://host/system", "no driver is called 'qmeu'; maybe you want qemu://host/system"),
    ("qemu+tls://host/system", nil), ("http://host/", nil),
  ])
  func noTransport(name: String, hint: String?) async throws { #expect(try await Self.hint(name, Self.noTLS) == hint) }

  /// What xend's errors are about is no daemon of libvirt's.
  @Test(arguments: ["http://host/", "///var/run/xend/xend-socket"])
  func xendAlone(name: String) async throws { #expect(try await Self.hint(name, Self.noDriver) == nil) }

  @Test(arguments: [
    ("lav", "no alias in libvirt.conf is called 'lav'; maybe you want lab"),
    ("bakcup", "no alias in libvirt.conf is called 'bakcup'; maybe you want backup"),
    ("web1", "'web1' is neither a connection URI nor an alias in libvirt.conf; for a host over ssh: qemu+ssh://web1/system"),
    (
      "web1.example.com",
      "'web1.example.com' is neither a connection URI nor an alias in libvirt.conf; for a host over ssh: qemu+ssh://web1.example.com/system"
    ),
    ("system", "a connection URI begins with a driver's name and a colon; maybe you want qemu:///system"),
    ("qemu", "a connection URI begins with a driver's name and a colon; maybe you want qemu:///system"),
    ("./x", "a connection URI begins with a driver's name and a colon; maybe you want qemu:///system"),
    ("qemu://system", "with two slashes 'system' is the name of a host; maybe you want qemu:///system"),
    ("vbox://session", "with two slashes 'session' is the name of a host; maybe you want vbox:///session"),
  ])
  func notAURI(text: String, hint: String) async throws { #expect(try await Self.hint(text) == hint) }

  @Test(arguments: [
    ("qemv:///system", "no driver is called 'qemv'; maybe you want qemu:///system"),
    ("QEMU+tcp://h/system", "no driver is called 'QEMU'; maybe you want qemu+tcp://h/system"),
    (
      "jailhouse:///system",
      "a daemon answered, and has no driver 'jailhouse'; known drivers: qemu, lxc, xen, test, vbox, bhyve, vz, ch, openvz"
    ),
    ("ch:///system", "a daemon answered, and has no driver 'ch': it was built without it, or a package that is not installed has it"),
    ("esx://host/", "libvirt's own library speaks to esx by itself, without a daemon; there is no such driver here"),
    ("esx+tcp://host/", "a daemon answered, and has no driver 'esx': it was built without it, or a package that is not installed has it"),
  ])
  func noDriver(name: String, hint: String) async throws { #expect(try await Self.hint(name, Self.noDriver) == hint) }

  /// What the library took from its variable.
  @Test func aWordInAVariable() async throws {
    let environment = ConnectionEnvironment(variables: ["LIBVIRT_DEFAULT_URI": "web1"], effectiveUserID: 1000) { _ in false }
    let error = #expect(throws: ConnectionURIError.self) { try environment.connectionName(explicit: nil, readOnly: false) }
    let advisor = Advisor(environment: environment, registry: .builtIn, limit: .seconds(60))
    let hint = await advisor.hint(
      about: Failure(ConnectError(try #require(error))), in: Scene(environment: environment, host: advisor.host))
    #expect(hint == "LIBVIRT_DEFAULT_URI is 'web1', which is neither a URI nor an alias; maybe you want qemu:///system")
  }
}
