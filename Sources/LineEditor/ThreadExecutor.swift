import CLibedit
import Glibc
import Synchronization

/// A serial executor with a thread of its own: an actor on it may block without occupying the cooperative pool.
public final class ThreadExecutor: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isStarted = false
    var isStopped = false
  }

  private let state = Mutex(State())
  private let bell = cedit_eventfd()

  /// An executor whose thread starts now, or with the first job.
  public init(startsLazily: Bool = false) {
    if !startsLazily {
      state.withLock { $0.isStarted = true }
      start()
    }
  }

  deinit { Glibc.close(bell) }

  /// Runs a job on the thread, after those before it.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      state.jobs.append(job)
      return !state.isStarted
    }
    if isFirst { start() }
    ring()
  }

  /// The executor for an actor.
  public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  /// Lets the thread end after the jobs that are queued.
  public func stop() {
    state.withLock { $0.isStopped = true }
    ring()
  }

  private func start() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<ThreadExecutor>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    if status == 0 { pthread_detach(thread) }
  }

  private func ring() {
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  private func run() {
    while true {
      var count: UInt64 = 0
      _ = read(bell, &count, 8)
      let (jobs, isStopped) = state.withLock { state in
        defer { state.jobs = [] }
        return (state.jobs, state.isStopped)
      }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
      if isStopped { return }
    }
  }
}
