import LibvirtProtocol
import Synchronization
import XDR

/// The calls of an in-process driver whose answers have to be waited for: what only reads is carried out together, a change alone and
/// in its place.
///
/// As with ``CallQueue`` the work begins when any reply is awaited, so that calls which were sent together are known together. Unlike
/// there it is done by tasks of its own, and what was given up is not begun any more; what is under way is cancelled.
public final class OverlappingCalls<Host: Actor>: ReplySource {
  /// How a call gets along with others.
  private enum Company {
    /// Beside other calls that only read.
    case shared
    /// When all before it are done, and before all after it.
    case alone
    /// When all before it are done; those after it don't wait, as it may take minutes.
    case ahead
  }

  private struct Job {
    let token: UInt64
    let company: Company
    let work: @Sendable () async -> Void
  }

  private struct State {
    var last: UInt64 = 0
    var jobs: [Job] = []
    /// The next of `jobs` to begin.
    var next = 0
    /// What is under way, with its task once there is one.
    var running: [UInt64: Task<Void, Never>?] = [:]
    /// How many of them only read.
    var shared = 0
    /// Whether one of them wants to be alone.
    var isTaken = false
    /// Given up between its beginning and the birth of its task.
    var cancelled: Set<UInt64> = []
    /// Who waits for the end of everything.
    var idle: [CheckedContinuation<Void, Never>] = []

    var isIdle: Bool { next == jobs.count && running.isEmpty }

    func mayBegin(_ company: Company) -> Bool { !isTaken && (company == .shared || shared == 0) }

    mutating func note(_ company: Company, isRunning: Bool) {
      switch company {
      case .shared: shared += isRunning ? 1 : -1
      case .alone: isTaken = isRunning
      case .ahead: break
      }
    }
  }

  private let state = Mutex(State())
  private let table: HandlerTable<Host>
  private let takesLong: @Sendable (any AnyProcedure) -> Bool

  /// A queue in front of `table`. `takesLong` says which changes nobody else should wait for.
  public init(_ table: HandlerTable<Host>, takesLong: @escaping @Sendable (any AnyProcedure) -> Bool = { _ in false }) {
    self.table = table
    self.takesLong = takesLong
  }

  /// Enqueues a call that `host` answers; a procedure without a handler is refused at once.
  public func send<Reply, each Argument>(
    to host: Host, _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard let handler = table.handler(for: procedure) else {
      return PendingReply(CallDescription(procedure), settled: .failure(LibvirtError.unsupported(procedure.name)))
    }
    let company: Company = procedure.effect != .changes ? .shared : takesLong(procedure) ? .ahead : .alone
    return state.withLock { state in
      state.last += 1
      let token = state.last
      let reply = PendingReply<Reply>(CallDescription(procedure, token: token), from: self)
      state.jobs.append(
        Job(token: token, company: company) {
          await CallOrder.$current.withValue(token) {
            do {
              reply.settle(.success(try await handler.body(host, repeat each argument)))
            } catch let silence as AnswerNeverCame {
              reply.settle(.failure(silence.meaning(for: procedure)))
            } catch {
              reply.settle(.failure(error))
            }
          }
        })
      return reply
    }
  }

  /// The number of the call that was sent last: what is asked from now on is new enough for it and all before.
  public var lastSent: UInt64 { state.withLock { $0.last } }

  /// Begins what may begin; returns at once.
  public func advance() async { begin() }

  /// What has not begun is dropped, what is under way is cancelled.
  public func abandoned(_ call: CallDescription) {
    let task = state.withLock { state -> Task<Void, Never>? in
      if let index = state.jobs[state.next...].firstIndex(where: { $0.token == call.token }) {
        state.jobs.remove(at: index)
        return nil
      }
      guard let task = state.running[call.token] else { return nil }
      if task == nil { state.cancelled.insert(call.token) }
      return task
    }
    task?.cancel()
    begin()
  }

  /// Waits until everything that was sent is done.
  public func finish() async {
    begin()
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.isIdle { return true }
        state.idle.append(continuation)
        return false
      }
      if isIdle { continuation.resume() }
    }
  }

  private func begin() {
    while let job = takeJob() {
      let task = Task {
        await job.work()
        end(job)
      }
      let isCancelled = state.withLock { state in
        // It may be done already.
        if state.running[job.token] != nil { state.running[job.token] = task }
        return state.cancelled.remove(job.token) != nil
      }
      if isCancelled { task.cancel() }
    }
    let waiting = state.withLock { state in
      guard state.isIdle else { return [CheckedContinuation<Void, Never>]() }
      defer { state.idle = [] }
      return state.idle
    }
    for continuation in waiting { continuation.resume() }
  }

  private func end(_ job: Job) {
    state.withLock { state in
      state.running.removeValue(forKey: job.token)
      state.note(job.company, isRunning: false)
      state.cancelled.remove(job.token)
    }
    begin()
  }

  /// The next job, if those under way let it begin.
  private func takeJob() -> Job? {
    state.withLock { state in
      guard state.next < state.jobs.count else {
        state.jobs.removeAll(keepingCapacity: true)
        state.next = 0
        return nil
      }
      let job = state.jobs[state.next]
      guard state.mayBegin(job.company) else { return nil }
      state.next += 1
      // A queue that never becomes empty keeps nothing of what has begun.
      if state.next == 256 {
        state.jobs.removeFirst(state.next)
        state.next = 0
      }
      state.running.updateValue(nil, forKey: job.token)
      state.note(job.company, isRunning: true)
      return job
    }
  }
}

/// Which call of ``OverlappingCalls`` the current task works for.
public enum CallOrder {
  /// Its number: calls are numbered from 1 in the order they were sent. 0 outside of calls.
  @TaskLocal public static var current: UInt64 = 0
}
