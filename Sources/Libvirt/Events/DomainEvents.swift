import Drivers
import LibvirtProtocol

/// The domain events of a connection as they happen.
public struct DomainEvents: AsyncSequence, Sendable {
  /// An event with its details in words.
  public typealias Element = DomainEvent
  private let stream: AsyncThrowingStream<DomainEvent, any Error>
  private let subscriptions: [EventSubscription]

  init(_ subscriptions: [EventSubscription]) {
    self.subscriptions = subscriptions
    stream = AsyncThrowingStream { continuation in
      let task = Task {
        await withTaskGroup(of: (any Error)?.self) { group in
          for subscription in subscriptions {
            group.addTask {
              do {
                for try await event in subscription { continuation.yield(DomainEvent(event)) }
                return nil
              } catch {
                return error
              }
            }
          }
          for await error in group {
            if let error {
              continuation.finish(throwing: error)
              return
            }
          }
          continuation.finish()
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  /// How many events were lost because nobody read them in time.
  public var droppedCount: Int { subscriptions.reduce(0) { $0 + $1.droppedCount } }

  /// Ends all subscriptions, at the hypervisor too.
  public func cancel() async {
    for subscription in subscriptions { await subscription.cancel() }
  }

  /// Steps through the events; one reader at a time.
  public func makeAsyncIterator() -> AsyncThrowingStream<DomainEvent, any Error>.Iterator { stream.makeAsyncIterator() }
}

extension Connection {
  /// Subscribes to domain events of these kinds, of one domain or of all.
  ///
  /// Kinds that the hypervisor lacks are left out; throws if it has none of them.
  public func domainEvents(_ kinds: [DomainEventID], of domain: Domain? = nil) async throws -> DomainEvents {
    let answers = await withTaskGroup(of: (Int, Result<EventSubscription, any Error>).self) { group in
      for (index, kind) in kinds.enumerated() {
        group.addTask {
          do { return (index, .success(try await self.subscribe(.domain(kind), domain?.ref))) } catch { return (index, .failure(error)) }
        }
      }
      var answers: [(Int, Result<EventSubscription, any Error>)] = []
      for await answer in group { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let subscriptions = answers.compactMap { try? $0.get() }
    if subscriptions.isEmpty, let first = answers.first { _ = try first.get() }
    return DomainEvents(subscriptions)
  }
}
