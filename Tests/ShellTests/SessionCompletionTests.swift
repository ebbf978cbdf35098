import CommandLanguage
import Commands
import ConnectionURI
import Glibc
import LibvirtClient
import LibvirtProtocol
import LineEditor
import Presentation
import TestDaemonKit
import TestDriver
import Testing

@testable import Shell

/// What the editor gets for a line.
@Suite(.timeLimit(.minutes(20))) struct SessionCompletionTests {
  private static func session(_ uri: String?, dialect: Dialect = .virtsh, variables: [String: String] = [:]) -> Session {
    let environment = ConnectionEnvironment(variables: variables, effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    return Session(
      commands: .all(in: dialect), opener: ConnectionOpener(registry: .builtIn, environment: environment), dialect: dialect, name: uri,
      isReadOnly: false, isScript: false, observer: SessionObserver(notice: { _ in }))
  }

  /// A session on a test host of its own, with more domains than it has by itself.
  private static func with(
    _ names: [String] = [], dialect: Dialect = .virtsh, _ body: (Session, SessionCompletion) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"))
    let session = session("test+unix:///default?socket=\(daemon.path)", dialect: dialect)
    let result: Result<Void, any Error>
    do {
      for name in names {
        let xml = "<domain type='test'><name>\(name)</name><memory>1024</memory><os><type>hvm</type></os></domain>"
        _ = try await session.connection().call(Remote.domainDefineXml, xml)
      }
      _ = try await session.connection()
      try await body(session, SessionCompletion(session: session, dialect: dialect))
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await session.close()
    await daemon.stop()
    folder.remove("daemon")
    try result.get()
  }

  @Test(
    arguments: [
      ("doms", ["domstate ", "domstats "]), ("uri; unde", ["undefine "]),
      ("start ", ["a\\;b\\ \\#c ", "two\\ words "]), ("start tw", ["two\\ words "]), ("start \"tw", ["\"two words\" "]),
      ("start 'tw", ["'two words' "]), ("start --domain=tw", ["two\\ words "]), ("start '--domain=tw", ["'--domain=two words' "]),
      ("destroy ", ["test "]), ("destroy --", ["--domain ", "--graceful ", "--remove-logs ", "--yes ", "--output "]),
      ("destroy test --g", ["--graceful "]),
      ("destroy test --graceful --", ["--remove-logs ", "--yes ", "--output "]), ("shutdown test --mode acpi,a", ["acpi,agent "]),
      ("# sta", []),
      ("undefine test --storage ", ["vda "]), ("help nodede", ["nodedev "]), ("define /usr/lib/os-rel", ["/usr/lib/os-release "]),
      ("define /us", ["/usr/"]), ("define '/us", ["'/usr/"]),
      ("save test /us", ["/usr/"]), ("restore /us", ["/usr/"]), ("attach-disk test /us", ["/usr/"]),
      ("list > /usr/lib/os-rel", ["/usr/lib/os-release "]), ("list >/us", ["/usr/"]), ("list >> '/us", ["'/usr/"]), ("list > /tmp/x ", []),
      ("list | mktem", ["mktemp "]), ("list | sort /us", ["/usr/"]), ("list | sort | mktem", ["mktemp "]), ("list | ", []),
      ("list > /tmp/x; unde", ["undefine "]), ("start '>' tw", []),
      ("watch domst", ["domstate ", "domstats "]), ("watch 2 domstate te", ["test "]), ("watch --count 2 5 domstats te", ["test "]),
      ("watch domstate --re", ["--reason "]), ("watch --cou", ["--count "]), ("watch quit", []), ("watch --count ", []),
      ("watch domblkinfo test vd", ["vda "]),
      ("nonsense x", []), ("start nosuch", []), ("connect qemu+s", ["qemu+ssh://"]),
    ])
  func goesOn(line: String, expected: [String]) async throws {
    try await Self.with(["two words", "a;b #c"]) { _, completion in
      let found = await completion.completion(of: line)
      #expect(found.candidates.map { $0.text + ($0.isWhole ? " " : "") } == expected)
      if line.hasPrefix("define") { #expect(found.candidates.map(\.label).allSatisfy { !$0.dropLast().contains("/") }) }
    }
  }

  @Test func virshsWaysAreVirshs() async throws {
    try await Self.with(dialect: .virsh) { _, completion in
      #expect(await completion.completion(of: "destroy ").candidates.map(\.text) == ["--domain", "--graceful", "--remove-logs"])
      #expect(await completion.completion(of: "destroy t").candidates.map(\.text) == ["test"])
    }
  }

  /// A change is seen once the cache is told of it.
  @Test func namesAreKeptUntilSomethingChanges() async throws {
    try await Self.with { session, completion in
      #expect(await completion.completion(of: "destroy ").candidates.count == 1)
      let connection = try await session.connection()
      try await connection.call(Remote.domainDestroy, connection.call(Remote.domainLookupByName, "test"))
      await completion.invalidate()
      #expect(
        await completion.completion(of: "destroy ").candidates.map(\.text) == [
          "--domain", "--graceful", "--remove-logs", "--yes", "--output",
        ])
      #expect(await completion.completion(of: "start ").candidates.map(\.text) == ["test"])
    }
  }

  @Test func hostileNames() async throws {
    let long = String(repeating: "x", count: 10_000)
    try await Self.with(["bidi\u{202E}", "c1\u{9B}2J", "del\u{7F}", long, "--all", "wide\(String(repeating: "日", count: 200))"]) {
      _, completion in
      let found = await completion.completion(of: "start ").candidates
      #expect(found.map(\.text.count) == [204, 10_000])
      for candidate in found {
        #expect(displayWidth(of: candidate.label) <= 200)
        #expect(candidate.label.hasSuffix("…"))
      }
      // By its option it can be named.
      #expect(await completion.completion(of: "start --domain --a").candidates.map(\.text) == ["--all"])
    }
  }

  @Test(arguments: ["\u{1B}[2J", "a\nb", "\u{7}", "tab\t"]) func labelsCannotSteerATerminal(name: String) {
    let label = LineCompletion.Candidate.label(for: name[...])
    #expect(label.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  /// Many domains behind a slow link: the first Tab gives up in time, a later one has them without asking anybody.
  @Test func aSlowLinkIsWaitedForOnce() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.madeUpDomains = 1000
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: daemon.path, delay: 400)
    let session = Self.session("test+unix:///default?socket=\(proxy.path)")
    _ = try await session.connection()
    let completion = SessionCompletion(session: session, dialect: .virtsh, cache: CompletionCache(lifetime: .seconds(600)))
    let lists = { daemon.received.count { $0 == Remote.connectListAllDomains.number } }

    let tab = Task { await completion.completion(of: "start guest") }
    while lists() == 0 { try await Task.sleep(for: .milliseconds(1)) }
    tab.cancel()
    #expect(await tab.value.candidates.isEmpty)
    #expect(await completion.completion(of: "start guest").candidates.count == 500)
    let roundTrips = proxy.roundTrips
    #expect(await completion.completion(of: "start guest999").candidates.map(\.text) == ["guest999"])
    #expect(proxy.roundTrips == roundTrips)
    #expect(lists() == 1)
    await session.close()
    await proxy.stop()
    await daemon.stop()
    folder.remove("daemon", "proxy")
  }

  /// Before the first command completion opens a connection of its own, and the session knows nothing of it.
  @Test func aSessionWithoutConnectionKeepsNone() async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"))
    let session = Self.session(nil, variables: ["LIBVIRT_DEFAULT_URI": "test+unix:///default?socket=\(daemon.path)"])
    let completion = SessionCompletion(session: session, dialect: .virtsh)
    #expect(await completion.completion(of: "destroy ").candidates.map(\.text) == ["test"])
    #expect(await session.openConnection == nil)
    #expect(daemon.sessionCount == 1)
    _ = try await session.connection()
    await completion.invalidate()
    #expect(await completion.completion(of: "suspend t").candidates.map(\.text) == ["test"])
    while daemon.sessionCount != 1 { try await Task.sleep(for: .milliseconds(1)) }
    await session.close()
    // It had one, so none is opened for completion.
    #expect(await Self.session("foo:///x").openConnection == nil)
    await daemon.stop()
    folder.remove("daemon")
  }

  /// Where the user might be asked for a password nothing is opened, and a failure is no message.
  @Test(arguments: ["qemu+ssh://host/system", "qemu://host/system", "foo:///x", "test+unix:///default?socket=/no/such"])
  func nothingIsAsked(uri: String) async throws {
    let completion = SessionCompletion(session: Self.session(uri, variables: ["XDG_RUNTIME_DIR": "/nonexistent"]), dialect: .virtsh)
    #expect(await completion.completion(of: "start --domain ").candidates.isEmpty)
  }
}
