import ConnectionURI
import Drivers
import Libvirt
import LibvirtProtocol
import Testing
import XDR

/// A server from before the bulk calls: it lists numbers and names, and answers one domain at a time.
private actor OldServer: Driver {
  nonisolated let closure = ConnectionClosure()
  private nonisolated let queue = CallQueue(OldServer.handlers)

  static let handlers: HandlerTable<OldServer> = {
    @Sendable func ref(_ number: Int32, active: Bool) -> DomainRef {
      DomainRef(name: "d\(number)", uuid: UUID(high: 7, low: UInt64(number)), id: active ? number : -1)
    }
    var table = HandlerTable<OldServer>()
    table.on(Remote.connectListDomains) { _, _ in [2, 1, 3] }
    table.on(Remote.connectListDefinedDomains) { _, _ in ["d9", "D8", "gone"] }
    table.on(Remote.domainLookupById) { ref($1, active: true) }
    table.on(Remote.domainLookupByName) { _, name in
      guard let number = Int32(name.dropFirst()) else { throw LibvirtError(.noDomain, .test) }
      return ref(number, active: false)
    }
    table.on(Remote.domainGetState) { _, domain, _ in DomainState(state: domain.id < 0 ? 5 : 1, reason: 0) }
    return table
  }()

  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    queue.send(to: self, procedure, repeat each argument)
  }

  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    throw LibvirtError.unsupported("virConnectDomainEventRegisterAny")
  }

  func close() async { closure.close(.client) }
}

@Suite("A server without the bulk calls")
struct OldServerTests {
  private func connect() throws -> Connection {
    Connection(OldServer(), uri: try ConnectionURI(parsing: "old:///"), isReadOnly: false)
  }

  @Test("domains are listed one by one, in virsh's order, with their states; what went away is left out")
  func list() async throws {
    let rows = try await connect().listDomains([.active, .inactive])
    #expect(rows.map(\.domain.name) == ["d1", "d2", "d3", "d8", "d9"])
    #expect(rows.map { $0.state?.name } == ["running", "running", "running", "shut off", "shut off"])
  }

  @Test("a filter that cannot be applied here either says what could not be found out, and why")
  func filter() async throws {
    let failure = await #expect(throws: DomainFilterFailure.self) { _ = try await connect().listDomains([.persistent]) }
    #expect(failure?.sentence == "Failed to get domain persistence info")
    #expect(failure?.cause as? LibvirtError == .unsupported("virDomainIsPersistent"))
  }

  @Test("events that it lacks are an error, not silence")
  func events() async throws {
    await #expect(throws: LibvirtError.self) { _ = try await connect().domainEvents([.lifecycle, .reboot]) }
  }
}
