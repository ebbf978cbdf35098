import Drivers
import LibvirtProtocol
import Synchronization

/// The event subscriptions of a connection: registered with the daemon once, handed to all who listen here.
final class RemoteEvents: Sendable {
  /// What is registered with the daemon. Old daemons know no filter by domain.
  private struct Key: Hashable {
    let kind: EventKind
    let domain: UUID?
  }

  private struct Registration {
    let hub = EventHub()
    /// The number that the daemon gave; nil from old daemons.
    let number: Task<Int32?, any Error>
  }

  private struct State {
    /// Whether the daemon's events name their registration; asked when the connection is opened, looked at when needed.
    var isModern: PendingReply<Int32>?
    var registrations: [Key: Registration] = [:]
    /// Who listens to a registration's number.
    var hubs: [Int32: EventHub] = [:]
    var pendingCount = 0
    /// Events that came before the answer which gives their number a meaning.
    var early: [IncomingEvent] = []
  }

  /// How many events may wait for the answer to a registration.
  private static let earlyLimit = 1024

  private let state = Mutex(State())

  /// Asks which form of events the daemon has.
  func ask(_ driver: RemoteDriver) {
    let answer = driver.supports(.remoteEventCallback)
    state.withLock { $0.isModern = answer }
  }

  /// The connection is being closed: the question is not worth waiting for.
  func stopAsking() {
    guard let answer = state.withLock(\.isModern), answer.settled == nil else { return }
    answer.abandon()
  }

  /// Subscribes to a kind; the first subscription is registered with the daemon. Throws what the daemon says.
  func subscribe(_ kind: EventKind, _ domain: DomainRef?, on driver: RemoteDriver) async throws -> EventSubscription {
    let isModern = try await isModern()
    let key = Key(kind: kind, domain: isModern ? domain?.uuid : nil)
    let (subscription, number) = state.withLock { state in
      let registration = state.registrations[key] ?? register(key, domain, isModern, on: driver, &state)
      let subscription = registration.hub.subscribe(kind, domain) { [weak self, weak driver] _ in
        if let self, let driver { await self.deregister(key, on: driver) }
      }
      return (subscription, registration.number)
    }
    do {
      _ = try await number.value
    } catch {
      subscription.finish(throwing: error)
      throw error
    }
    return subscription
  }

  /// A daemon that does not know the question has the older form. Others may wait for the answer too, so that a
  /// cancelled subscriber must not give it up.
  private func isModern() async throws -> Bool {
    guard let answer = state.withLock(\.isModern) else { return false }
    switch await Task(operation: { await answer.result }).value {
    case .success(let value): return value != 0
    case .failure(let error as LibvirtError) where error.isUnsupported: return false
    case .failure(let error): throw error
    }
  }

  /// Hands an event on. Called on the event loop.
  func deliver(_ program: Program, _ number: Int32, _ payload: ArraySlice<UInt8>) {
    guard program == .remote, let incoming = DomainEventTable.read(number, payload) else { return }
    state.withLock { state in
      guard let callbackID = incoming.callbackID else {
        state.registrations[Key(kind: incoming.event.kind, domain: nil)]?.hub.publish(incoming.event)
        return
      }
      if let hub = state.hubs[callbackID] {
        hub.publish(incoming.event)
      } else if state.pendingCount > 0, state.early.count < Self.earlyLimit {
        state.early.append(incoming)
      }
    }
  }

  /// Ends all subscriptions with the connection.
  func finish(throwing error: (any Error)?) {
    let registrations = state.withLock { state in
      defer {
        state.registrations = [:]
        state.hubs = [:]
      }
      return Array(state.registrations.values)
    }
    for registration in registrations { registration.hub.finish(throwing: error) }
  }

  private func register(
    _ key: Key, _ domain: DomainRef?, _ isModern: Bool, on driver: RemoteDriver, _ state: inout State
  ) -> Registration {
    state.pendingCount += 1
    let id = key.kind.domainEvent.rawValue
    let registration = Registration(
      number: Task { [weak self] in
        do {
          var number: Int32?
          if isModern {
            number = try await driver.call(Remote.connectDomainEventCallbackRegisterAny, id, domain)
          } else {
            try await driver.call(Remote.connectDomainEventRegisterAny, id)
          }
          self?.settle(key, number)
          return number
        } catch {
          self?.settle(key, nil, hasFailed: true)
          throw error
        }
      })
    state.registrations[key] = registration
    return registration
  }

  /// The daemon has answered: what came early is delivered first.
  private func settle(_ key: Key, _ number: Int32?, hasFailed: Bool = false) {
    state.withLock { state in
      state.pendingCount -= 1
      let hub = state.registrations[key]?.hub
      if hasFailed { state.registrations[key] = nil }
      if let number, let hub {
        state.hubs[number] = hub
        for incoming in state.early where incoming.callbackID == number { hub.publish(incoming.event) }
      }
      if state.pendingCount == 0 { state.early = [] }
    }
  }

  /// The last listener has gone; unless another came meanwhile the daemon is told.
  private func deregister(_ key: Key, on driver: RemoteDriver) async {
    let task = state.withLock { state -> Task<Int32?, any Error>? in
      guard let registration = state.registrations[key], !registration.hub.isWanted(key.kind) else { return nil }
      state.registrations[key] = nil
      return registration.number
    }
    guard let task, case .success(let number) = await task.result else { return }
    if let number {
      state.withLock { $0.hubs[number] = nil }
      _ = await driver.send(Remote.connectDomainEventCallbackDeregisterAny, number).result
    } else {
      _ = await driver.send(Remote.connectDomainEventDeregisterAny, key.kind.domainEvent.rawValue).result
    }
  }
}
