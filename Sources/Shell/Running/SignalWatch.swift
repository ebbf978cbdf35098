import Glibc

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

  private final class Listener {
    let hear: @Sendable (Int32) -> Void
    init(_ hear: @escaping @Sendable (Int32) -> Void) { self.hear = hear }
  }

  /// Calls `hear` for each of the signals from now on.
  static func start(_ signals: [Int32], hear: @escaping @Sendable (Int32) -> Void) {
    // The lazy initialiser must have run before a handler needs it.
    _ = pipe
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Listener(hear)).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let listener = Unmanaged<Listener>.fromOpaque(context).takeRetainedValue()
        var byte: UInt8 = 0
        while true {
          let count = read(SignalWatch.pipe.read, &byte, 1)
          if count == 1 { listener.hear(Int32(byte)) } else if count == 0 || errno != EINTR { return nil }
        }
      }, context)
    guard status == 0 else { return }
    pthread_detach(thread)
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
}
