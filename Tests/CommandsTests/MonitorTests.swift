import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import LibvirtProtocol
import Presentation
import Testing
import XDR

@testable import Commands

/// What the commands that watch a domain make of answers that the test host does not give.
@Suite struct MonitorTests {
  @Test(
    arguments: [
      (DomainControlInfo(state: 0, details: 0, stateTime: 0), "ok\n"),
      (DomainControlInfo(state: 1, details: 0, stateTime: 1500), "background job (1.500s)\n"),
      (DomainControlInfo(state: 2, details: 0, stateTime: 7), "occupied (0.007s)\n"),
      (DomainControlInfo(state: 3, details: 0, stateTime: 7), "error\n"),
      (DomainControlInfo(state: 3, details: 2, stateTime: 7), "error: monitor failure (0.007s)\n"),
    ])
  func control(info: DomainControlInfo, expected: String) async throws {
    let session = WatchedHost { $0.on(Remote.domainGetControlInfo) { _, _, _ in info } }
    #expect(try await session.text("domcontrol d") == expected)
  }

  @Test func addressesOfOneInterfaceStandBelowItsName() async throws {
    let addresses = [DomainIPAddress(type: 0, addr: "10.0.0.5", prefix: 24), DomainIPAddress(type: 1, addr: "fd00::5", prefix: 64)]
    let session = WatchedHost {
      $0.on(Remote.domainInterfaceAddresses) { _, _, _, _ in
        [
          DomainInterface(name: "eth0", hwaddr: "52:54:00:00:00:01", addrs: Bounded(addresses)),
          DomainInterface(name: "lo\u{1B}[2J", hwaddr: nil, addrs: []),
        ]
      }
    }
    let heading = " Name       MAC address          Protocol     Address\n" + String(repeating: "-", count: 79) + "\n"
    #expect(
      try await session.text("domifaddr d --source agent --interface eth0")
        == heading + " eth0       52:54:00:00:00:01    ipv4         10.0.0.5/24\n"
        + " -          -                    ipv6         fd00::5/64\n")
    #expect(
      try await session.text("domifaddr d --source agent --interface eth0 --full").contains(
        " eth0       52:54:00:00:00:01    ipv6         fd00::5/64\n"))
    let rows = try await session.text("domifaddr d --source agent", as: .json)
    #expect(
      rows.contains("{\"address\":\"fd00::5\",\"interface\":\"eth0\",\"mac\":\"52:54:00:00:00:01\",\"prefix\":64,\"protocol\":\"ipv6\"}"))
    #expect(!rows.contains("\u{1B}"))
  }

  @Test func countersThatNobodyKeepsAreLeftOut() async throws {
    let session = WatchedHost {
      $0.on(Remote.domainInterfaceStats) { _, _, _ in
        DomainInterfaceStats(rxBytes: 5, rxPackets: -1, rxErrs: -1, rxDrop: -1, txBytes: 6, txPackets: -1, txErrs: -1, txDrop: -1)
      }
      $0.on(Remote.domainBlockStats) { _, _, _ in DomainBlockStats(rdReq: 1, rdBytes: 2, wrReq: -1, wrBytes: -1, errs: -1) }
      $0.on(Remote.domainMemoryStats) { _, _, _, _ in [DomainMemoryStat(tag: 6, val: 2), DomainMemoryStat(tag: 99, val: 3)] }
    }
    #expect(try await session.text("domifstat d vnet0") == "vnet0 rx_bytes 5\nvnet0 tx_bytes 6\n")
    #expect(try await session.text("domblkstat d vda") == "vda rd_req 1\nvda rd_bytes 2\n")
    #expect(try await session.text("dommemstat d") == "actual 2\n")
    #expect(try await session.text("dommemstat d", as: .json) == "{\"actual\":2048}\n")
  }

  @Test(arguments: [
    ("52:54:0:aa:BB:1", "52:54:00:aa:bb:01"), ("52:54:00:aa:bb", nil), ("52:54:00:aa:bb:1g", nil), ("+2:54:00:aa:bb:01", nil),
  ])
  func addresses(text: String, expected: String?) { #expect(InterfaceMAC(text)?.description == expected) }
}

/// A host with the one domain `d`, which answers what a test says.
private final class WatchedHost: SessionControl {
  actor Host: Driver {
    nonisolated let closure = ConnectionClosure()
    private nonisolated let queue: CallQueue<Host>

    init(_ table: HandlerTable<Host>) { queue = CallQueue(table) }

    nonisolated func send<Reply, each Argument>(
      _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
    ) -> PendingReply<Reply> {
      queue.send(to: self, procedure, repeat each argument)
    }

    func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription { throw LibvirtError.unsupported("events") }
    func close() async { closure.close(.client) }
  }

  let commands = Commands.all(in: .virtsh)
  private let host: Host

  init(_ answers: (inout HandlerTable<Host>) -> Void) {
    var table = HandlerTable<Host>()
    table.on(Remote.domainLookupByName) { _, name in DomainRef(name: name, uuid: UUID(high: 1, low: 2), id: 1) }
    answers(&table)
    host = Host(table)
  }

  func connection() async throws -> Connection { Connection(host, uri: try ConnectionURI(parsing: "test:///default"), isReadOnly: false) }
  func connect(to name: String?, readOnly: Bool?, isVerbose: Bool) async throws {}
  func disconnect() async {}
  var status: SessionStatus { .notConnected(name: nil) }
  func subscribe(_ kinds: [DomainEventID], _ domain: DomainRef?) async throws {}
  func unsubscribe() async -> Int { 0 }
  func confirm(_ question: String) async throws -> Bool? { nil }
  func quit() async {}
  func closeInput() async {}

  func text(_ line: String, as form: OutputForm = .table) async throws -> String {
    let command = try #require(try commands.parse(LexedLine(string: line, dialect: .virtsh)).first)
    let outcome = try await command.bind().run(in: Context(dialect: .virtsh, session: self, isInteractive: false))
    return String(decoding: try render(try #require(outcome.answer), as: form), as: UTF8.self)
  }
}
