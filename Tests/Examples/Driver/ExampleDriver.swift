import Drivers
import LibvirtProtocol
import XDR

/// `example:///`: a host with three made-up domains that can be listed, looked up, started and destroyed.
///
/// What it does not answer is "not supported by the connection driver". So virtsh asks each domain for its state here, since
/// there is no bulk call.
actor ExampleDriver: Driver {
  struct Guest {
    var id: Int32 = -1
    let uuid: UUID
  }

  nonisolated let closure = ConnectionClosure()
  private nonisolated let queue = CallQueue(ExampleDriver.handlers)
  private var guests: [String: Guest] = [
    "apple": Guest(id: 1, uuid: UUID(low: 1)), "birch": Guest(uuid: UUID(low: 2)), "cedar": Guest(id: 7, uuid: UUID(low: 3)),
  ]

  private static let handlers: HandlerTable<ExampleDriver> = {
    var table = HandlerTable<ExampleDriver>()
    table.on(Remote.connectGetUri) { _ in "example:///" }
    table.on(Remote.connectListAllDomains) { host, needResults, flags in
      Listing(await host.list(ConnectListAllDomainsFlags(rawValue: flags)), needResults: needResults)
    }
    table.on(Remote.domainLookupByName) { host, name in try await host.lookUp { known, _ in known == name } }
    table.on(Remote.domainLookupByUuid) { host, uuid in try await host.lookUp { $1.uuid == uuid } }
    table.on(Remote.domainGetState) { host, domain, _ in try await host.state(of: domain) }
    table.on(Remote.domainCreate) { try await $0.setID(100, of: $1) }
    table.on(Remote.domainDestroy) { try await $0.setID(-1, of: $1) }
    return table
  }()

  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> { queue.send(to: self, procedure, repeat each argument) }

  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    throw LibvirtError.unsupported("virConnectDomainEventRegisterAny")
  }

  func close() async {
    await queue.advance()
    closure.close(.client)
  }

  private func list(_ flags: ConnectListAllDomainsFlags) -> [DomainRef] {
    guests.map { DomainRef(name: $0, uuid: $1.uuid, id: $1.id) }.filter { domain in
      flags.isDisjoint(with: [.active, .inactive]) || flags.contains(domain.id < 0 ? .inactive : .active)
    }
  }

  private func lookUp(_ isMeant: @Sendable (String, Guest) -> Bool) throws -> DomainRef {
    guard let (name, guest) = guests.first(where: { isMeant($0, $1) }) else { throw LibvirtError(.noDomain, .none) }
    return DomainRef(name: name, uuid: guest.uuid, id: guest.id)
  }

  private func state(of domain: DomainRef) throws -> DomainState {
    let state = try lookUp { $1.uuid == domain.uuid }.id < 0 ? DomainRunState.shutoff : .running
    return DomainState(state: state.rawValue, reason: 0)
  }

  private func setID(_ id: Int32, of domain: DomainRef) throws -> Nothing {
    guests[try lookUp { $1.uuid == domain.uuid }.name]?.id = id
    return Nothing()
  }
}
