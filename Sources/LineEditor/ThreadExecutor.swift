import CLibedit
import Glibc
import Synchronization

/// A serial executor with a thread of its own: an actor on it may block without occupying the cooperative pool.
public final class ThreadExecutor: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    /// What wakes the thread; nil before it is started.
    var bell: Int32?
    var isStopped = false
  }

  private let state = Mutex(State())

  /// An executor whose thread starts now, or with the first job: before that nothing is taken from the system.
  public init(startsLazily: Bool = false) {
    if startsLazily { return }
    let bell = cedit_eventfd()
    state.withLock { $0.bell = bell }
    start()
  }

  deinit { if let bell = state.withLock({ $0.bell }) { Glibc.close(bell) } }

  /// Runs a job on the thread, after those before it.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let (bell, isFirst) = state.withLock { state in
      state.jobs.append(job)
      if let bell = state.bell { return (bell, false) }
      let bell = cedit_eventfd()
      state.bell = bell
      return (bell, true)
    }
    if isFirst { start() }
    Self.ring(bell)
  }

  /// The executor for an actor.
  public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  /// Lets the thread end after the jobs that are queued.
  public func stop() {
    let bell = state.withLock { state in
      state.isStopped = true
      return state.bell
    }
    if let bell { Self.ring(bell) }
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

  private static func ring(_ bell: Int32) {
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  private func run() {
    guard let bell = state.withLock({ $0.bell }) else { return }
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
