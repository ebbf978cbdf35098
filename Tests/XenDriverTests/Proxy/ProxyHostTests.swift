import ConnectionURI
import Drivers
import LibvirtProtocol
import Synchronization
import Testing
import XDR

@testable import XenDriver
@testable import XenSimulators

/// The host behind the proxy, by calls as a command makes them.
@Suite(.timeLimit(.minutes(20))) struct ProxyHostTests {
  /// A proxy, and a host that has asked it in.
  private struct Scene {
    let simulator: ProxySimulator
    let host: ProxyHost
    let losses = Losses()
    private let queue = CallQueue(ProxyHost.handlers)

    init(
      _ content: ProxySimulatorHost = ProxySimulatorHost(), limit: Duration = .seconds(20),
      _ change: (inout ProxySimulatorOptions) -> Void = { _ in }
    ) async throws {
      var options = ProxySimulatorOptions()
      options.name = testProxyName()
      change(&options)
      simulator = try await ProxySimulator.start(content, options: options)
      let losses = losses
      host = try await ProxyHost.open(names: [.abstract(options.name)], limit: limit) { losses.add($0) }
    }

    func call<Reply, each Argument>(_ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument) async throws
      -> Reply
    {
      try await queue.send(to: host, procedure, repeat each argument).value
    }

    func end() async {
      await host.close()
      await simulator.stop()
    }
  }

  private final class Losses: Sendable {
    private let reasons = Mutex<[CloseReason]>([])
    var all: [CloseReason] { reasons.withLock { $0 } }
    func add(_ reason: CloseReason) { reasons.withLock { $0.append(reason) } }
  }

  private static let web = DomainRef(name: "web1", uuid: UUID("5a8b0001-1111-4222-8333-444444444444") ?? UUID(), id: 7)

  @Test(arguments: [0, 1, 5, 16, 17])
  func everythingThatTheProxyKnows(pieces: Int) async throws {
    let scene = try await Scene { $0.pieces = pieces }
    #expect(scene.host.endpoint == "@" + scene.simulator.options.name)
    #expect(try await scene.call(Remote.connectGetType) == "Xen")
    #expect(try await scene.call(Remote.connectGetVersion) == 3_001_000)
    #expect(try await scene.call(Remote.connectGetLibVersion) == 9_000_000)
    #expect(try await scene.call(Remote.connectGetUri) == "xen:///")
    #expect(try await scene.call(Remote.connectGetHostname) == ThisHost.name)
    #expect(try await scene.call(Remote.connectIsSecure) == 1)
    #expect(try await scene.call(Remote.connectGetCapabilities).hasPrefix("<capabilities>"))
    #expect(try await scene.call(Remote.nodeGetInfo).model.text == "x86_64")
    #expect(try await scene.call(Remote.connectNumOfDomains) == 3)
    #expect(try await Array(scene.call(Remote.connectListDomains, 2)) == [0, 7])
    #expect(try await scene.call(Remote.domainLookupById, 7) == Self.web)
    #expect(try await scene.call(Remote.domainLookupByName, "web1") == Self.web)
    #expect(try await scene.call(Remote.domainLookupByUuid, Self.web.uuid) == Self.web)
    #expect(try await scene.call(Remote.domainGetState, Self.web, 0) == DomainState(state: 2, reason: 0))
    #expect(try await scene.call(Remote.domainGetInfo, Self.web).cpuTime == 12_345_678_912)
    #expect(try await scene.call(Remote.domainGetOsType, Self.web) == "linux")
    #expect(try await scene.call(Remote.domainGetMaxMemory, Self.web) == 524_288)
    #expect(try await scene.call(Remote.domainGetXmlDesc, Self.web, 0).contains("<name>web1</name>"))
    #expect(try await scene.call(Remote.domainIsActive, Self.web) == 1)
    #expect(scene.simulator.connections == 1 && scene.losses.all.isEmpty)
    // All 13 commands were asked, with serials in order from the greeting's on.
    #expect(Set(scene.simulator.requests.map(\.command)) == Set(0...12))
    #expect(scene.simulator.requests.map { Int($0.serial) } == Array(0..<scene.simulator.requests.count))
    await scene.end()
  }

  @Test(
    arguments: [
      (0, ["Domain-0", "web1", "win"]), (1, ["Domain-0", "web1", "win"]), (2, []), (3, ["Domain-0", "web1", "win"]), (16, ["Domain-0"]),
      (32, ["win"]), (48, ["Domain-0", "win"]), (64, []), (128, ["web1"]), (256, []), (512, ["Domain-0", "web1", "win"]),
      (12, ["Domain-0", "web1", "win"]), (4096, []),
    ] as [(UInt32, [String])])
  func listsAsTheFlagsHaveIt(flags: UInt32, names: [String]) async throws {
    let scene = try await Scene()
    let listing = try await scene.call(Remote.connectListAllDomains, 1, flags)
    #expect(listing.elements.map(\.name) == names && listing.ret == names.count)
    await scene.end()
  }

  @Test(arguments: [4, 8, 1024, 0x10000] as [UInt32])
  func flagsThatCannotBeAnswered(flags: UInt32) async throws {
    let scene = try await Scene()
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectListAllDomains, 1, flags) }
    #expect(error?.domain == .proxy)
    await scene.end()
  }

  @Test func statesOfAllAtOnce() async throws {
    let scene = try await Scene()
    let records = try await scene.call(Remote.connectGetAllDomainStats, [], 0, 0)
    #expect(records.map(\.dom.id) == [0, 7, 9])
    #expect(records.map { $0.params.first?.value } == [.int(1), .int(2), .int(3)])
    let error = await #expect(throws: LibvirtError.self) {
      _ = try await scene.call(Remote.connectGetAllDomainStats, [], 2, ConnectGetAllDomainStatsFlags.enforceStats.rawValue)
    }
    #expect(error?.code == .argumentUnsupported)
    await scene.end()
  }

  @Test func withoutDomains() async throws {
    let scene = try await Scene { $0.hasNoDomains = true }
    #expect(try await scene.call(Remote.connectListAllDomains, 1, 1).ret == 0)
    #expect(try await Array(scene.call(Remote.connectListDomains, 10)) == [])
    #expect(try await scene.call(Remote.connectNumOfDomains) == 0)
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainLookupByName, "web1") }
    #expect(
      error?.code == .noDomain && error?.domain == .proxy && error?.message == "Domain not found: no domain with matching name 'web1'")
    await scene.end()
  }

  @Test func aListThatFailsIsNoEmptyOne() async throws {
    let scene = try await Scene { $0.failing = [3] }
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectListAllDomains, 1, 1) }
    #expect(error?.code == .operationFailed && error?.domain == .proxy)
    await scene.end()
  }

  @Test func refusals() async throws {
    let scene = try await Scene { $0.failing = [1, 2, 4, 8, 9, 10, 11, 12] }
    func check<Reply>(_ body: () async throws -> Reply, _ function: String) async {
      let error = await #expect(throws: LibvirtError.self) { _ = try await body() }
      #expect(error?.message == "operation failed: the proxy has no answer for \(function)" && error?.domain == .proxy)
    }
    await check({ try await scene.call(Remote.connectGetVersion) }, "virConnectGetVersion")
    await check({ try await scene.call(Remote.nodeGetInfo) }, "virNodeGetInfo")
    await check({ try await scene.call(Remote.connectNumOfDomains) }, "virConnectNumOfDomains")
    await check({ try await scene.call(Remote.connectGetCapabilities) }, "virConnectGetCapabilities")
    await check({ try await scene.call(Remote.domainGetInfo, Self.web) }, "virDomainGetInfo")
    await check({ try await scene.call(Remote.domainGetMaxMemory, Self.web) }, "virDomainGetMaxMemory")
    await check({ try await scene.call(Remote.domainGetXmlDesc, Self.web, 0) }, "virDomainGetXMLDesc")
    await check({ try await scene.call(Remote.domainGetOsType, Self.web) }, "virDomainGetOSType")
    #expect(scene.losses.all.isEmpty && scene.simulator.connections == 1)
    await scene.end()
  }

  @Test func textsThatAreTooLong() async throws {
    var content = ProxySimulatorHost()
    content.domains[1].xml = String(repeating: "x", count: 4080)
    content.domains[2].xml = String(repeating: "x", count: 4081)
    let scene = try await Scene(content)
    #expect(try await scene.call(Remote.domainGetXmlDesc, Self.web, 0).utf8.count == 4080)
    let win = try await scene.call(Remote.domainLookupById, 9)
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainGetXmlDesc, win, 0) }
    #expect(error?.message == "operation failed: the answer for virDomainGetXMLDesc is longer than the 4080 bytes that the proxy can send")
    await scene.end()
  }

  @Test func aDomainThatWasStartedAnewOrIsGone() async throws {
    let scene = try await Scene()
    scene.simulator.host.withLock { $0.domains[1].id = 12 }
    #expect(try await scene.call(Remote.domainGetState, Self.web, 0).state == 2)
    _ = scene.simulator.host.withLock { $0.domains.remove(at: 1) }
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainGetInfo, Self.web) }
    #expect(error?.code == .noDomain)
    #expect(try await scene.call(Remote.domainIsActive, Self.web) == 0)
    await scene.end()
  }

  @Test func whatIsNotForTheProxy() async throws {
    let scene = try await Scene()
    let count = scene.simulator.requests.count
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainDestroy, Self.web) }
    #expect(error == LibvirtError.unsupported("virDomainDestroy"))
    for flags in [DomainXMLFlags.secure.rawValue, DomainXMLFlags.inactive.rawValue] {
      await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainGetXmlDesc, Self.web, flags) }
    }
    #expect(scene.simulator.requests.count == count)
    await scene.end()
  }

  @Test func anOldProxyHangsUpOnce() async throws {
    let scene = try await Scene { $0.isOld = true }
    for _ in 0..<2 {
      let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.domainGetOsType, Self.web) }
      #expect(error?.message == "this function is not supported by the connection driver: virDomainGetOSType")
      #expect(error?.domain == .proxy && error?.isUnsupported == true)
    }
    #expect(scene.simulator.connections == 2)
    #expect(try await scene.call(Remote.connectNumOfDomains) == 3)
    await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectGetCapabilities) }
    #expect(try await scene.call(Remote.connectNumOfDomains) == 3)
    #expect(scene.simulator.connections == 3 && scene.losses.all.isEmpty)
    #expect(scene.simulator.requests.filter { $0.command > 10 }.map(\.command) == [11, 12])
    await scene.end()
  }

  @Test func straysArePassedOver() async throws {
    let scene = try await Scene { $0.strays = 5 }
    #expect(try await scene.call(Remote.domainLookupById, 7) == Self.web)
    await scene.end()
    await #expect(throws: LibvirtError.self) { _ = try await Scene { $0.strays = 100 } }
  }

  /// The proxy is asked one thing at a time, however many ask.
  @Test(arguments: [false, true])
  func manyAtOnce(isOld: Bool) async throws {
    let scene = try await Scene {
      $0.isOld = isOld
      $0.pieces = 7
    }
    let host = scene.host
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<50 {
        group.addTask {
          guard number % 5 == 0 else { return try await host.lookUp(id: 7) == Self.web }
          do {
            return try await host.ask(about: Self.web, Remote.domainGetOsType) { .osType($0) } == "linux"
          } catch let error as LibvirtError {
            return isOld && error.isUnsupported
          }
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(scene.simulator.connections == (isOld ? 2 : 1) && scene.losses.all.isEmpty)
    await scene.end()
  }

  @Test func serialsWrap() async throws {
    let scene = try await Scene()
    for _ in 0..<4100 { _ = try await scene.call(Remote.connectNumOfDomains) }
    #expect(scene.simulator.requests.map { Int($0.serial) } == (0...4100).map { $0 % 4096 })
    await scene.end()
  }

  @Test func aSilentProxyIsGivenUp() async throws {
    let scene = try await Scene(limit: .seconds(2)) { $0.silent = [1] }
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectGetVersion) }
    #expect(error?.code == .operationTimeout && error?.domain == .proxy)
    #expect(scene.losses.all.count == 1)
    await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectNumOfDomains) }
    #expect(scene.simulator.connections == 1)
    await scene.end()
  }

  @Test func aCancelledQuestionLeavesNoTrace() async throws {
    let scene = try await Scene { $0.silent = [1] }
    let host = scene.host
    let task = Task { try await host.ask(.version, as: Remote.connectGetVersion) }
    while !scene.simulator.requests.contains(where: { $0.command == 1 }) { try await Task.sleep(for: .milliseconds(2)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(try await scene.call(Remote.connectNumOfDomains) == 3)
    #expect(scene.losses.all.isEmpty && scene.simulator.connections == 2)
    await scene.end()
  }

  @Test func theEndIsNoticedAtOnce() async throws {
    let scene = try await Scene()
    await scene.simulator.stop()
    while scene.losses.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    #expect(scene.losses.all == [.endOfFile] && scene.host.closure.reason == .endOfFile)
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectNumOfDomains) }
    #expect(error?.domain == .proxy)
    #expect(scene.losses.all.count == 1)
  }

  @Test func closingIsNoLoss() async throws {
    let scene = try await Scene()
    await scene.host.close()
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectNumOfDomains) }
    #expect(error?.code == .invalidConn)
    await scene.simulator.stop()
    #expect(scene.losses.all.isEmpty && scene.host.closure.reason == .client)
  }

  @Test func garbageEndsTheConnection() async throws {
    let scene = try await Scene { $0.rewrite = { $0[2] == 4 ? [2] + $0.dropFirst() : $0 } }
    let error = await #expect(throws: LibvirtError.self) { _ = try await scene.call(Remote.connectNumOfDomains) }
    #expect(error?.message == "internal error: answer of the proxy to command numberOfDomains, byte 0: version 2 instead of 1")
    #expect(scene.losses.all.count == 1)
    await scene.end()
  }

  @Test func theSecondSpellingIsTriedToo() async throws {
    var options = ProxySimulatorOptions()
    options.name = testProxyName()
    let simulator = try await ProxySimulator.start(options: options)
    let nobody = testProxyName()
    let host = try await ProxyHost.open(names: [.abstract(nobody), .abstract(options.name)], limit: .seconds(20))
    #expect(host.endpoint == "@\(options.name)")
    await host.close()
    let error = await #expect(throws: LibvirtError.self) { _ = try await ProxyHost.open(names: [.abstract(nobody)], limit: .seconds(20)) }
    #expect(error?.domain == .proxy && error?.message == "Failed to connect socket to '@\(nobody)': Connection refused")
    await simulator.stop()
    #expect(XenPlaces().proxySockets.map(\.description) == ["@/tmp/livirt_proxy_conn", "@/tmp/libvirt_proxy_conn"])
  }
}
