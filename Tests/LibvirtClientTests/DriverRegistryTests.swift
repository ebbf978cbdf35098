import Glibc
import LibvirtClient
import TestDaemonKit
import Testing

/// Which driver a URI goes to, and what those are told that go to none.
@Suite(.timeLimit(.minutes(20))) struct DriverRegistryTests {
  /// What was tried: the URI and by which line of the registry.
  private struct Chosen: Error, Equatable {
    let line: String
  }

  private static let registry: DriverRegistry = {
    var registry = DriverRegistry()
    registry.register(scheme: "here") { _, _ in throw Chosen(line: "here") }
    registry.register(scheme: "wide", reachesHosts: true) { _, _ in throw Chosen(line: "wide") }
    registry.register(scheme: "special", transport: .tcp) { _, _ in throw Chosen(line: "special+tcp") }
    for transport in [ConnectionTransport.unix, .tcp] {
      registry.register(transport: transport) { _, _ in throw Chosen(line: transport.rawValue) }
    }
    return registry
  }()

  @Test(arguments: [
    ("here:///x", "here"), ("here+unix:///x", "unix"), ("here+tcp://h/x", "tcp"), ("Here:///x", "unix"), ("wide:///", "wide"),
    ("wide://host/", "wide"), ("wide+tcp://host/", "tcp"), ("special:///", "unix"), ("special+tcp://h/", "special+tcp"),
    ("special+TCP:///", "special+tcp"), ("what-comes-next:///system", "unix"),
  ])
  func schemeAndTransportFindTheFactory(uri: String, line: String) async throws {
    let uri = try ConnectionURI(parsing: uri)
    await #expect(throws: Chosen(line: line)) { _ = try await Self.registry.open(uri, OpenContext(environment: .current())) }
  }

  @Test func whatNobodyOpens() async throws {
    let error = await #expect(throws: ConnectionURIError.self) {
      _ = try await Self.registry.open(ConnectionURI(parsing: "here://host/x"), OpenContext(environment: .current()))
    }
    #expect(error?.libvirtMessage == "no connection driver available for here://host/x")
    #expect(Self.registry.localSchemes == ["here", "wide"])
  }

  /// libvirt's own texts, taken down from libvirt 9.0.0 on Debian, and one of its texts for what it would do itself: talk to the host.
  @Test(arguments: [
    ("esx:///", "invalid argument: URI is missing the server part"), ("gsx:///", "invalid argument: URI is missing the server part"),
    ("esx:", "invalid argument: URI is missing the server part"), ("vpx:///", "invalid argument: URI is missing the server part"),
    ("esx://host/", "unsupported configuration: libvirt was built without the 'esx' driver"),
    ("vpx://host/dc/srv", "unsupported configuration: libvirt was built without the 'vpx' driver"),
    ("hyperv:///", "unsupported configuration: libvirt was built without the 'hyperv' driver"),
    ("hyperv://host", "unsupported configuration: libvirt was built without the 'hyperv' driver"),
    ("parallels:///system", "unsupported configuration: libvirt was built without the 'parallels' driver"),
    ("vmwareplayer:///session", "internal error: vmrun utility is missing"),
    ("vmwarews:///session", "internal error: vmrun utility is missing"),
    (
      "vmwarefusion:///system",
      "internal error: unexpected VMware URI path '/system', try vmwareplayer:///session, vmwarews:///session or vmwarefusion:///session"
    ),
    ("openvz:///system", "internal error: OpenVZ control file /proc/vz does not exist"),
    ("openvz:///x", "internal error: unexpected OpenVZ URI path '/x', try openvz:///system"),
    ("qemu:///embed", "invalid argument: Missing URI parameter 'root'"),
    ("qemu://h/embed", "invalid argument: Missing URI parameter 'root'"),
    ("test:///embed?root=/tmp", "no connection driver available for test:///embed?root=/tmp"),
    ("qemu+unix:///embed?root=/x", "no connection driver available for URI scheme 'qemu+unix' for embedded driver is not valid"),
  ])
  func driversOfTheLibraryAreRefused(uri: String, message: String) async throws {
    let environment = ConnectionEnvironment(variables: ["PATH": "/usr/bin"], effectiveUserID: geteuid()) { _ in false }
    let uri = try ConnectionURI(parsing: uri)
    do {
      _ = try await DriverRegistry.builtIn.open(uri, OpenContext(environment: environment))
      Issue.record("\(uri) was opened")
    } catch let error as LibvirtError {
      #expect(error.message == message)
    } catch let error as ConnectionURIError {
      #expect(error.libvirtMessage == message)
    }
  }

  @Test func aHostOfOpenVZAsksItsDaemon() async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("d"))
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { $0 == "/proc/vz" }
    let uri = try ConnectionURI(parsing: "openvz:///system?socket=\(daemon.path)")
    await #expect(throws: LibvirtError.self) { _ = try await DriverRegistry.builtIn.open(uri, OpenContext(environment: environment)) }
    #expect(daemon.openings.map(\.name) == ["openvz:///system"])
    await daemon.stop()
    folder.remove("d")
  }
}
