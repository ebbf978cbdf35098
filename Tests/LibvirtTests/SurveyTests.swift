import ConnectionURI
import Drivers
import Libvirt
import LibvirtProtocol
import Testing
import XDR

/// A server with as many bulk calls as a test wants, whose agents may hang.
private actor SurveyedServer: Driver {
  nonisolated let closure = ConnectionClosure()
  private nonisolated let calls: OverlappingCalls<SurveyedServer>

  init(hasBulkStatistics: Bool) {
    var table = HandlerTable<SurveyedServer>()
    @Sendable func ref(_ number: UInt64, active: Bool) -> DomainRef {
      DomainRef(name: "d\(number)", uuid: UUID(high: 7, low: number), id: active ? Int32(number) : -1)
    }
    let all = [ref(1, active: true), ref(2, active: true), ref(3, active: false)]
    table.on(Remote.connectListAllDomains) { _, _, flags in
      let shown = ConnectListAllDomainsFlags(rawValue: flags).contains(.autostart) ? [all[2]] : all
      return Listing(elements: Bounded(shown), ret: UInt32(shown.count))
    }
    if hasBulkStatistics {
      table.on(Remote.connectGetAllDomainStats) { _, _, _, _ in
        Bounded(
          all.map { domain in
            DomainStatsRecord(
              dom: domain,
              params: [
                TypedParameter(field: "state.state", value: .int(domain.id < 0 ? 5 : 1)),
                TypedParameter(field: "balloon.current", value: .ullong(1024)),
                TypedParameter(field: "balloon.maximum", value: .ullong(2048)),
                TypedParameter(field: "cpu.time", value: .ullong(9)),
              ])
          })
      }
    }
    table.on(Remote.domainGetState) { _, domain, _ in DomainState(state: domain.id < 0 ? 5 : 1, reason: 0) }
    table.on(Remote.domainGetInfo) { _, domain in
      DomainInfo(
        state: XDRUChar(rawValue: domain.id < 0 ? 5 : 1), maxMem: 2048, memory: 1024, nrVirtCpu: XDRUShort(rawValue: 2), cpuTime: 9)
    }
    table.on(Remote.domainGetXmlDesc) { _, domain, flags in "<domain><name>\(domain.name)\(flags)</name></domain>" }
    table.on(Remote.domainInterfaceAddresses) { _, domain, source, _ in
      switch source {
      case 0: return domain.id == 1 ? [Self.interface("vnet0", "10.0.0.5")] : []
      case 1:
        // The second guest's agent never answers.
        if domain.id == 2 { try await Task.sleep(for: .seconds(600)) }
        return [Self.interface("lo", "127.0.0.1"), Self.interface("eth0", "10.0.0.5"), Self.interface("eth1", "fd00::5")]
      default: return [Self.interface("vnet\(domain.id)", "10.0.0.\(domain.id)")]
      }
    }
    calls = OverlappingCalls(table)
  }

  private static func interface(_ name: String, _ address: String) -> DomainInterface {
    DomainInterface(name: name, hwaddr: "52:54:00:00:00:01", addrs: [DomainIPAddress(type: 0, addr: address, prefix: 24)])
  }

  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    calls.send(to: self, procedure, repeat each argument)
  }

  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    throw LibvirtError.unsupported("virConnectDomainEventRegisterAny")
  }

  func close() async { closure.close(.client) }
}

@Suite("Surveys of domains", .timeLimit(.minutes(20)))
struct SurveyTests {
  private func connect(hasBulkStatistics: Bool) throws -> Connection {
    Connection(SurveyedServer(hasBulkStatistics: hasBulkStatistics), uri: try ConnectionURI(parsing: "new:///"), isReadOnly: false)
  }

  @Test("numbers are the same with the bulk call and without", arguments: [true, false])
  func numbers(hasBulkStatistics: Bool) async throws {
    let connection = try connect(hasBulkStatistics: hasBulkStatistics)
    let rows = try await connection.survey([], [.state, .memory, .processorTime, .autostart]).domains
    #expect(rows.map(\.domain.name) == ["d1", "d2", "d3"])
    #expect(rows.map { $0.state?.name } == ["running", "running", "shut off"])
    #expect(rows.allSatisfy { $0.memory == 1024 && $0.maxMemory == 2048 })
    #expect(rows.map(\.processorTime) == [9, 9, nil])
    #expect(rows.map(\.isAutostarted) == [false, false, true])
    // With the bulk call: the list, those that start with the host, the statistics. Without, one more for each domain and kind.
    #expect(connection.callCount == (hasBulkStatistics ? 3 : 3 + 3 + 3))
  }

  @Test("what was not asked for is not known, and costs nothing")
  func nothing() async throws {
    let connection = try connect(hasBulkStatistics: true)
    let rows = try await connection.survey([], []).domains
    #expect(rows.allSatisfy { $0.state == nil && $0.memory == nil && $0.xml == nil && $0.isAutostarted == nil })
    #expect(connection.callCount == 1)
  }

  @Test("the XML of the next start is asked for where it may be another")
  func definitions() async throws {
    let rows = try await connect(hasBulkStatistics: true).survey([], [.nextDefinition]).domains
    #expect(rows.map { $0.xml != nil } == [true, true, true])
    #expect(rows.map { $0.nextXML != nil } == [true, true, false])
  }

  @Test("addresses come in the order of trust, each once, and an agent that hangs is told")
  func addresses() async throws {
    var survey = try await connect(hasBulkStatistics: true).survey([], [.addresses])
    #expect(survey.silent.isEmpty)
    try await survey.askAgents(ofRows: [0, 1], within: .seconds(3))
    #expect(survey.domains[0].addresses.map { "\($0.address) \($0.source.name)" } == ["10.0.0.5 lease", "fd00::5 agent", "10.0.0.1 arp"])
    #expect(survey.domains[1].addresses.map { "\($0.address) \($0.source.name)" } == ["10.0.0.2 arp"])
    #expect(survey.domains[2].addresses.isEmpty)
    #expect(survey.silent.map(\.source) == [.agent] && survey.silent.first?.domains.map(\.name) == ["d2"])
  }
}
