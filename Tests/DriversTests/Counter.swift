import ConnectionURI
import Drivers
import LibvirtProtocol
import XDR

/// A host that remembers the order in which it was asked.
actor Counter {
  private(set) var asked: [Int32] = []
  nonisolated let events = EventHub()

  func ask(_ number: Int32) throws -> DomainRef {
    asked.append(number)
    guard number >= 0 else { throw LibvirtError(.noDomain, .test) }
    return DomainRef(name: "domain-\(number)", uuid: UUID(high: 0, low: UInt64(number)), id: number)
  }

  func slow(_ name: String) async throws -> DomainRef {
    try? await Task.sleep(for: .milliseconds(5))
    return DomainRef(name: name, uuid: UUID(high: 0, low: 0), id: -1)
  }

  static let handlers: HandlerTable<Counter> = {
    var table = HandlerTable<Counter>()
    table.on(Remote.domainLookupById) { try await $0.ask($1) }
    table.on(Remote.domainLookupByName) { try await $0.slow($1) }
    table.on(Remote.domainGetState) { _, domain, flags in DomainState(state: domain.id, reason: Int32(clamping: flags)) }
    return table
  }()
}

/// The counter as a driver.
actor CounterDriver: Driver {
  nonisolated let closure = ConnectionClosure()
  nonisolated let host = Counter()
  private nonisolated let queue = CallQueue(Counter.handlers)

  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    queue.send(to: host, procedure, repeat each argument)
  }

  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription { host.events.subscribe(kind, domain) }

  func close() async {
    await queue.advance()
    closure.close(.client)
  }
}
