import Glibc
import NIOPosix

/// When the program is to end.
///
/// Make one before any thread starts: threads inherit which signals are blocked.
struct EndOfRun: Sendable {
  init() {
    // To read from a terminal in the background is a failure then, and no reason to stop.
    signal(SIGTTIN, SIG_IGN)
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
    return signals
  }

  /// Waits for SIGTERM, SIGINT, SIGHUP, or the end of standard input. (`/dev/null` has no end in this sense.)
  func wait() async {
    let threads = NIOThreadPool(numberOfThreads: 2)
    threads.start()
    await withCheckedContinuation { continuation in
      let first = FirstOfTwo(continuation)
      threads.submit { _ in
        var (signals, number) = (Self.signals, CInt(0))
        sigwait(&signals, &number)
        first.arrive()
      }
      threads.submit { _ in if Self.readToEnd() { first.arrive() } }
    }
  }

  /// Whether standard input came to an end, and not to nothing.
  private static func readToEnd() -> Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT != S_IFCHR || isatty(STDIN_FILENO) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return true }
      if count < 0, errno != EINTR { return false }
    }
  }
}
