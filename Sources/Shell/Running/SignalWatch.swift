import Glibc
import Synchronization

/// Signals, heard on a thread of their own.
///
/// A handler writes the signal's number to a pipe. Blocking signals and `sigwait` do not work here: under an async `main` the
/// main thread takes what all others block.
enum SignalWatch {
  private static let pipe: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  private typealias Listener = @Sendable (Int32) -> Void
  private static let listeners = Mutex<[Int32: Listener]>([:])

  /// Calls `hear` for each of the signals from now on, in place of whoever heard them before.
  static func start(_ signals: [Int32], hear: @escaping @Sendable (Int32) -> Void) {
    // The lazy initialiser must have run before a handler needs it.
    _ = pipe
    let isFirst = listeners.withLock { listeners in
      defer { for signal in signals { listeners[signal] = hear } }
      return listeners.isEmpty
    }
    if isFirst, !startThread() { return }
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(SignalWatch.pipe.write, &byte, 1)
        errno = saved
      }
      action.sa_flags = SA_RESTART
      sigaction(signal, &action, nil)
    }
  }

  private static func startThread() -> Bool {
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { _ in
        var byte: UInt8 = 0
        while true {
          let count = read(SignalWatch.pipe.read, &byte, 1)
          if count == 1 {
            let hear = SignalWatch.listeners.withLock { $0[Int32(byte)] }
            hear?(Int32(byte))
          } else if count == 0 || errno != EINTR {
            return nil
          }
        }
      }, nil)
    if status == 0 { pthread_detach(thread) }
    return status == 0
  }
}
