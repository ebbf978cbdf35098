import Drivers

/// What a stream's owner waits for, on the event loop.
final class StreamOwner {
  /// What there is to wait for.
  enum Wait { case content, room, end }

  typealias Waiter = CheckedContinuation<RPCStreamRead, any Error>

  /// The number of the call that opened the stream.
  let token: UInt64
  /// How the stream ended; nil while it is open.
  private(set) var end: RPCStreamEnd?
  private var waiting: [UInt64: (wait: Wait, waiter: Waiter)] = [:]
  /// Cancelled before they came here.
  private var cancelled: Set<UInt64> = []

  init(token: UInt64) { self.token = token }

  /// Whether somebody waits for content.
  var isBeingRead: Bool { waiting.values.contains { $0.wait == .content } }

  /// Lets a caller wait. Each wait has a ticket of its own.
  func wait(for wait: Wait, ticket: UInt64, _ waiter: Waiter) {
    if cancelled.remove(ticket) != nil {
      waiter.resume(throwing: CancellationError())
    } else if wait == .content, isBeingRead {
      waiter.resume(throwing: StreamFailure.twoReaders)
    } else {
      waiting[ticket] = (wait, waiter)
    }
  }

  /// The caller with this ticket does not want to wait any more, or will not want to.
  func cancel(_ ticket: UInt64) {
    if let entry = waiting.removeValue(forKey: ticket) {
      entry.waiter.resume(throwing: CancellationError())
    } else {
      cancelled.insert(ticket)
    }
  }

  /// Lets all go on who wait for something.
  func resume(_ wait: Wait, _ result: Result<RPCStreamRead, any Error>) {
    for (ticket, entry) in waiting where entry.wait == wait {
      waiting[ticket] = nil
      entry.waiter.resume(with: result)
    }
  }

  /// The stream has ended, for all who wait.
  func close(_ end: RPCStreamEnd) {
    self.end = end
    for entry in waiting.values { entry.waiter.resume(returning: .closed) }
    waiting = [:]
  }
}
