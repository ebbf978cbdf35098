import LibvirtProtocol
import Synchronization
import XDR

/// The calls of an in-process driver, carried out one after another in the order they were sent.
///
/// The work is done on the time of whoever awaits a reply: a call in this process then costs well under a microsecond,
/// where a task of its own would wake another thread for each. So calls begin when any reply of the driver is awaited,
/// at the latest when it is closed.
public final class CallQueue<Host: Actor>: ReplySource {
  private let state = Mutex(QueuedCalls())
  private let table: HandlerTable<Host>

  /// A queue in front of `table`.
  public init(_ table: HandlerTable<Host>) { self.table = table }

  /// Enqueues a call that `host` answers; a procedure without a handler is refused at once.
  public func send<Reply, each Argument>(
    to host: Host, _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard let handler = table.handler(for: procedure) else {
      return PendingReply(CallDescription(procedure), settled: .failure(LibvirtError.unsupported(procedure.name)))
    }
    let reply = PendingReply<Reply>(CallDescription(procedure), from: self)
    state.withLock {
      $0.jobs.append {
        do {
          reply.settle(.success(try await handler.body(host, repeat each argument)))
        } catch {
          reply.settle(.failure(error))
        }
      }
    }
    return reply
  }

  /// Carries out what is queued, unless another caller is doing so already.
  public func advance() async {
    let isOurs = state.withLock { state in
      guard !state.isDraining, !state.jobs.isEmpty else { return false }
      state.isDraining = true
      return true
    }
    guard isOurs else { return }
    while let job = takeJob() { await job() }
  }

  /// An abandoned call is still carried out, in its place.
  public func abandoned(_ call: CallDescription) {}

  private func takeJob() -> QueuedCalls.Job? {
    state.withLock { state in
      guard state.next < state.jobs.count else {
        state.jobs.removeAll(keepingCapacity: true)
        state.next = 0
        state.isDraining = false
        return nil
      }
      state.next += 1
      return state.jobs[state.next - 1]
    }
  }
}

/// What a queue has to do. Not in the queue's own type, where it would be looked up at run time for each call.
private struct QueuedCalls {
  typealias Job = @Sendable () async -> Void

  var jobs: [Job] = []
  var next = 0
  var isDraining = false
}
