import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import Presentation
import TestDriver
import Testing

@testable import Shell

/// Hints that need no socket.
@Suite(.timeLimit(.minutes(20))) struct AdvisorTests {
  private static let environment = ConnectionEnvironment(variables: ["HOME": "/nowhere"], effectiveUserID: 1000) { _ in false }

  private func hint(_ error: any Error, environment: ConnectionEnvironment = environment) async -> String? {
    let advisor = Advisor(environment: environment, registry: .builtIn, limit: .seconds(60))
    return await advisor.hint(about: Failure(error), in: Scene(environment: environment, host: advisor.host))
  }

  @Test func aHostWithoutTransport() async {
    let error = ConnectError(LibvirtError(.operationUnsupported, .remote, "no"), to: "qemu://box/system")
    #expect(
      await hint(CommandFailure("failed", cause: error))
        == "no transport in the URI means TLS; for local use qemu:///system, for ssh qemu+ssh://box/system")
    #expect(await hint(error.cause) == nil)
  }

  @Test func whatTheConnectionKnowsOfSSH() async {
    let message = "Cannot recv data: Host key verification failed.: Connection reset by peer"
    let error = LibvirtError(code: .systemError, domain: .rpc, message: message, str3: "compare the keys", int1: ECONNRESET)
    #expect(await hint(ConnectError(error, to: "qemu+ssh://box/system")) == "compare the keys")
  }

  @Test func polkitWithoutAnAgent() async {
    let error = LibvirtError(.authUnavailable, .polkit, "no polkit agent available to authenticate action 'org.libvirt.unix.manage'")
    #expect(await hint(ConnectError(error, to: "qemu:///system"))?.hasPrefix("polkit has nobody to ask you for a password here") == true)
    #expect(await hint(error) == nil)
  }

  @Test func controlCharactersAndLinesStayOut() async {
    let error = LibvirtError(code: .rpc, domain: .rpc, message: "x", str3: "a\u{1B}[2J\nhint: b\u{202E}")
    #expect(await hint(error) == "a\\x1b[2J\\x0ahint: b\\u{202e}")
  }

  @Test func failuresThatNobodyKnowsAskNobody() async {
    #expect(await hint(LibvirtError(.noDomain, .qemu, "x")) == nil)
    #expect(await hint(CommandFailure("no")) == nil)
    #expect(await hint(CancellationError()) == nil)
  }

  @Test(arguments: [
    ("internal error: qemu ended: -blockdev {\"filename\":\"/a/x\"}: Could not open '/srv/x': Permission denied", "/srv/x"),
    ("Cannot access storage file '/a b/d' (as uid:1, gid:2): Permission denied", "/a b/d"),
    ("process exited: one '/z': fine\nqemu: could not open kernel file '/k': Permission denied", "/k"),
    ("Permission denied", nil), ("cannot open '/x': No such file or directory", nil),
  ])
  func deniedPaths(message: String, path: String?) {
    #expect(DeniedFile.path(in: Failure(LibvirtError(code: .internalError, domain: .qemu, message: message))) == path)
  }

  @Test(arguments: [
    ("Guest agent is not responding: QEMU guest agent is not connected", VirErrorNumber.agentUnresponsive, true),
    (
      "Timed out during operation: cannot acquire state change lock (held by agent=remoteDispatchDomainGetTime)", .operationTimeout,
      true
    ),
    (
      "Timed out during operation: cannot acquire state change lock (held by monitor=remoteDispatchDomainSave)", .operationTimeout,
      false
    ),
  ])
  func agentsThatKeepSilent(message: String, code: VirErrorNumber, isOne: Bool) {
    let failure = Failure(LibvirtError(code: code, domain: .none, message: message))
    let host = Advisor(environment: Self.environment, registry: .builtIn, limit: .seconds(60)).host
    #expect(SilentAgent().concerns(failure, in: Scene(environment: Self.environment, host: host)) == isOne)
  }

  @Test func slowFactsAreGivenUp() async {
    let start = ContinuousClock.now
    let never: String? = await within(.milliseconds(20)) {
      try await Task.sleep(for: .seconds(600))
      return "late"
    }
    #expect(never == nil && start.duration(to: .now) < .seconds(60))
    #expect(await within(.seconds(60)) { "soon" } == "soon")
    #expect(await within(.seconds(60)) { () -> String? in throw NoFacts() } == nil)
  }

  @Test(arguments: [
    ("qemu:///session", 2, "0 here; 2 domains on qemu:///system: connect qemu:///system"),
    ("qemu:///session", 1, "0 here; 1 domain on qemu:///system: connect qemu:///system"), ("qemu:///session", 0, nil),
    ("qemu:///system", 2, nil), ("test:///default", 2, nil), ("qemu+ssh://box/session", 2, nil),
    ("remote+unix:///session?mode=legacy", 2, "0 here; 2 domains on qemu:///system: connect qemu:///system"),
  ])
  func anEmptyList(uri: String, count: Int, hint: String?) async throws {
    var registry = DriverRegistry()
    registry.register(transport: .unix) { uri, context in
      #expect(uri.description == "qemu:///system" && context.isReadOnly && context.deadline != nil)
      var node = NodeDefinition.default
      let domain = try #require(node.domains.first)
      node.domains = try (0..<count).map { number in
        var domain = domain
        domain.definition = try DomainDefinition(
          xml: "<domain type='test'><name>d\(number)</name><memory>1024</memory><os><type>hvm</type></os></domain>")
        return domain
      }
      return TestDriver(host: TestHost(node, uri: "qemu:///system"))
    }
    let advisor = Advisor(environment: Self.environment, registry: registry, listLimit: .seconds(60))
    var empty = NodeDefinition.default
    empty.domains = []
    let connection = Connection(TestDriver(host: TestHost(empty, uri: uri)), uri: try ConnectionURI(parsing: uri), isReadOnly: false)
    let scene = Scene(connection: connection, environment: Self.environment, host: advisor.host)
    #expect(await advisor.hintAboutEmptyList(in: scene) == hint)
  }

  @Test func aSystemDaemonThatIsSilent() async throws {
    var registry = DriverRegistry()
    registry.register(transport: .unix) { _, _ in
      try await Task.sleep(for: .seconds(600))
      throw NoFacts()
    }
    let advisor = Advisor(environment: Self.environment, registry: registry)
    var empty = NodeDefinition.default
    empty.domains = []
    let connection = Connection(
      TestDriver(host: TestHost(empty, uri: "x")), uri: try ConnectionURI(parsing: "qemu:///session"), isReadOnly: false)
    #expect(await advisor.hintAboutEmptyList(in: Scene(connection: connection, environment: Self.environment, host: advisor.host)) == nil)
  }

  @Test func aListThatIsOnlyFiltered() async throws {
    let advisor = Advisor(environment: Self.environment, registry: DriverRegistry(), listLimit: .seconds(60))
    let connection = Connection(
      TestDriver(host: TestHost(.default, uri: "x")), uri: try ConnectionURI(parsing: "qemu:///session"), isReadOnly: false)
    #expect(await advisor.hintAboutEmptyList(in: Scene(connection: connection, environment: Self.environment, host: advisor.host)) == nil)
  }
}
