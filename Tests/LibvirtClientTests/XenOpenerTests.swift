import Glibc
import LibvirtClient
import RemoteDriver
import Synchronization
import TestDaemonKit
import TestDriver
import Testing

/// How the servers of a Xen host are tried, one after the other.
@Suite(.timeLimit(.minutes(20))) struct XenOpenerTests {
  /// What was tried, and said.
  private final class Record: Sendable {
    private let entries = Mutex<[String]>([])
    var all: [String] { entries.withLock { $0 } }
    func add(_ entry: String) { entries.withLock { $0.append(entry) } }
  }

  private static let denied = LibvirtError(
    code: .systemError, domain: .rpc, message: "Failed to connect socket to '/d': Permission denied", int1: EACCES)

  /// An opener at whose servers only those answer whose description has one of `answering` in it.
  private static func opener(_ answering: [String], _ record: Record, daemon: any Error = denied) -> XenOpener {
    let way: XenOpener.Factory = { way, _, _ in
      record.add("\(way)")
      guard answering.contains(where: { way.description.contains($0) }) else { throw LibvirtError(.noConnect, .xend, "nothing") }
      return TestDriver(host: TestHost(.default, uri: "test:///default"))
    }
    var opener = XenOpener()
    opener.daemon = { uri, context in
      record.add("\(uri)")
      if answering.contains("daemon") { return TestDriver(host: TestHost(.default, uri: "test:///default")) }
      throw daemon
    }
    opener.server = way
    opener.places.proxySockets = [.abstract("virtsh-test-no-proxy")]
    return opener
  }

  private static func connections(_ opener: XenOpener, user: UInt32 = 1000, sockets: Set<String> = []) -> ConnectionOpener {
    var registry = DriverRegistry.builtIn
    registry.register(opener)
    let environment = ConnectionEnvironment(variables: ["XDG_CONFIG_HOME": "/nowhere"], effectiveUserID: user) { sockets.contains($0) }
    return ConnectionOpener(registry: registry, environment: environment)
  }

  private static let all = [
    "xen:///", "xend at /var/lib/xend/xend-socket", "xend at localhost:8000", "the read-only proxy at @virtsh-test-no-proxy",
  ]

  @Test(arguments: [("daemon", 1), ("xend-socket", 2), ("8000", 3), ("proxy", 4)])
  func theFirstThatAnswersIsTaken(answering: String, count: Int) async throws {
    let record = Record()
    let warnings = Record()
    let connection = try await Self.connections(Self.opener([answering], record))
      .open("xen:///", readOnly: true, warn: { warnings.add($0) })
    #expect(record.all == Array(Self.all.prefix(count)))
    #expect(connection.uri.description == "xen:///" && connection.name == "xen:///")
    #expect(
      warnings.all == (answering == "8000" ? ["the connection to localhost:8000 is plain HTTP: neither encrypted nor authenticated"] : []))
    await connection.close()
  }

  @Test(arguments: [(0, false, 3), (0, true, 3), (1000, false, 3), (1000, true, 4)] as [(UInt32, Bool, Int)])
  func theDaemonsErrorStays(user: UInt32, readOnly: Bool, count: Int) async throws {
    let record = Record()
    let opener = Self.connections(Self.opener([], record), user: user)
    let error = await #expect(throws: LibvirtError.self) { _ = try await opener.open("xen:///", readOnly: readOnly) }
    #expect(record.all == Array(Self.all.prefix(count)))
    #expect(error?.message == Self.denied.message && error?.code == Self.denied.code && error?.int1 == EACCES)
    let notes = Self.all[1..<count].map { "\($0) was tried too: no connection driver available for nothing" }
    #expect(error?.notes == notes)
  }

  @Test(arguments: [
    ("///var/run/xend/xend-socket", ["xend at /var/run/xend/xend-socket"], "///var/run/xend/xend-socket"),
    ("/", ["xend at /"], "///"), ("http://lab/", ["xend at lab:8000"], "http://lab/"),
    ("http://lab:81", ["xend at lab:81"], "http://lab:81"), ("Xen", ["xen:///system"] + all[1...2], "xen:///system"),
    ("xen", ["xen:///system"] + all[1...2], "xen:///system"),
  ])
  func names(name: String, tried: [String], uri: String) async throws {
    let record = Record()
    let connections = Self.connections(Self.opener([tried.last ?? ""], record))
    let connection = try await connections.open(name, readOnly: false)
    #expect(record.all == tried)
    #expect(connection.uri.description == uri && connection.name == name)
    await connection.close()
    // What it is called by opens the same again.
    let again = try await connections.open(connection.uri.description, readOnly: false)
    #expect(record.all == tried + tried)
    await again.close()
  }

  @Test func aHostOnTheWebHasOneServer() async throws {
    let record = Record()
    let opener = Self.connections(Self.opener(["localhost", "proxy"], record))
    let error = await #expect(throws: LibvirtError.self) { _ = try await opener.open("http://lab/", readOnly: true) }
    #expect(record.all == ["xend at lab:8000"] && error?.notes == [])
  }

  @Test(arguments: ["xen+unix:///", "xen+ssh://host/", "xen+tcp://host/", "xen://host/", "xen:///session", "xen:///?socket=/x"])
  func othersAreForADaemon(name: String) async throws {
    let record = Record()
    var registry = DriverRegistry()
    for transport in ConnectionTransport.allCases {
      registry.register(transport: transport) { uri, _ in
        record.add("\(uri)")
        throw Self.denied
      }
    }
    registry.register(Self.opener([], record))
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 1000) { _ in false }
    let error = await #expect(throws: LibvirtError.self) {
      _ = try await ConnectionOpener(registry: registry, environment: environment).open(name, readOnly: true)
    }
    #expect(record.all == [name] && error?.notes == [])
  }

  @Test func withoutDriversOfXenAPathIsNoName() async throws {
    var registry = DriverRegistry()
    registry.register(transport: .unix) { _, _ in throw Self.denied }
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false }
    let error = await #expect(throws: ConnectionURIError.self) {
      _ = try await ConnectionOpener(registry: registry, environment: environment).open("///x", readOnly: true)
    }
    #expect(error?.libvirtMessage == "no connection driver available for URI '/x' does not include a driver name")
  }

  /// Whoever has asked who we are is there, and has said no.
  @Test(arguments: [VirErrorNumber.authFailed, .authCancelled, .authUnavailable, .accessDenied])
  func aRefusalIsTheLastWord(code: VirErrorNumber) async throws {
    let record = Record()
    let opener = Self.connections(Self.opener(["xend"], record, daemon: LibvirtError(code, .auth, "no")))
    let error = await #expect(throws: LibvirtError.self) { _ = try await opener.open("xen:///", readOnly: true) }
    #expect(error?.code == code && record.all == ["xen:///"])
  }

  @Test func whoGivesUpAsksNobodyElse() async throws {
    let record = Record()
    let opener = Self.connections(Self.opener(["xend"], record, daemon: CancellationError()))
    await #expect(throws: CancellationError.self) { _ = try await opener.open("xen:///", readOnly: true) }
    #expect(record.all == ["xen:///"])
  }

  @Test func aProxyThatAnswersIsMentioned() async throws {
    let record = Record()
    let name = "virtsh-test-proxy-mention-\(getpid())"
    let listener = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0[1...].copyBytes(from: name.utf8) }
    let bound = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
    #expect(bound == 0 && listen(listener, 5) == 0)
    defer { close(listener) }
    var opener = Self.opener([], record)
    opener.places.proxySockets = [.abstract("virtsh-test-no-proxy"), .abstract(name)]
    let asUser = Self.connections(opener)
    let error = await #expect(throws: LibvirtError.self) { _ = try await asUser.open("xen:///", readOnly: false) }
    #expect(error?.notes.last == "the read-only proxy answers: --readonly would take it")
    let asRoot = Self.connections(opener, user: 0)
    let root = await #expect(throws: LibvirtError.self) { _ = try await asRoot.open("xen:///", readOnly: false) }
    #expect(root?.notes.count == 2)
  }

  /// A daemon that answers, and has no Xen; one that hangs at its first answer, and one that hangs later.
  @Test(arguments: [0, Remote.authList.number, Remote.connectOpen.number])
  func realDaemons(held: Int32) async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    if held != 0 { options.held = [held] }
    let daemon = try await TestDaemon.start(at: folder.socket("d"), options: options)
    let record = Record()
    var opener = Self.opener(["xend-socket"], record)
    let path = daemon.path
    opener.daemon = { uri, context in
      try await RemoteDriver.open(
        ConnectionURI(scheme: "xen", path: uri.path, parameters: [ConnectionURIParameter("socket", path)]), context)
    }
    opener.daemonPatience = held == 0 ? Patience.limit : .seconds(2)
    let connection = try await Self.connections(opener).open("xen:///", readOnly: false)
    #expect(record.all == ["xend at /var/lib/xend/xend-socket"])
    await connection.close()
    await daemon.stop()
    folder.remove("d")
  }

  /// The others get their share of the time that there is.
  @Test func aHangingDaemonLeavesTimeForTheOthers() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.held = [Remote.connectOpen.number]
    let daemon = try await TestDaemon.start(at: folder.socket("d"), options: options)
    let record = Record()
    var opener = Self.opener([], record)
    let path = daemon.path
    opener.daemon = { uri, context in
      try await RemoteDriver.open(
        ConnectionURI(scheme: "xen", path: uri.path, parameters: [ConnectionURIParameter("socket", path)]), context)
    }
    let asUser = Self.connections(opener)
    let error = await #expect(throws: LibvirtError.self) {
      _ = try await asUser.open("xen:///", readOnly: false, deadline: .now + .seconds(8))
    }
    #expect(error?.code == .operationTimeout && record.all.count == 2)
    await daemon.stop()
    folder.remove("d")
  }

  /// A mutating call on a read-only connection is refused before anything is sent.
  @Test func readOnlyMeansIt() async throws {
    let connection = try await Self.connections(Self.opener(["proxy"], Record())).open("xen:///", readOnly: true)
    let domain = try await connection.domain(named: "test")
    let count = connection.callCount
    let error = await #expect(throws: LibvirtError.self) { try await domain.destroy() }
    #expect(error?.message == "operation forbidden: read only access prevents virDomainDestroy")
    #expect(connection.callCount == count)
    await connection.close()
  }
}
