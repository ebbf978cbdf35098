import Glibc
import NIOPosix

/// When the program is to end: at SIGTERM, SIGINT, SIGHUP, or at the end of standard input.
struct EndOfRun: Sendable {
  /// What a signal says goes through here.
  private static let pipe: (read: CInt, write: CInt) = {
    var ends: [CInt] = [-1, -1]
    Glibc.pipe(&ends)
    return (ends[0], ends[1])
  }()

  /// From now on signals are waited for.
  init() {
    guard Self.pipe.read >= 0 else { return }
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { _ in
        var byte: UInt8 = 0
        _ = write(Self.pipe.write, &byte, 1)
      }
    }
    // To read from a terminal in the background is a failure then, and no reason to stop.
    signal(SIGTTIN, SIG_IGN)
  }

  /// Waits for the end.
  func wait() async {
    _ = try? await NIOThreadPool.singleton.runIfActive { Self.watch() }
  }

  private static func watch() {
    var descriptors = [pollfd(fd: pipe.read, events: Int16(POLLIN), revents: 0)]
    if inputHasAnEnd { descriptors.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      guard poll(&descriptors, nfds_t(descriptors.count), -1) > 0 else { continue }
      if descriptors[0].revents != 0 { return }
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0, errno != EINTR { descriptors.removeLast() }
    }
  }

  /// Whether standard input is a pipe, a file or a terminal: `/dev/null` has no end in this sense.
  private static var inputHasAnEnd: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFCHR || isatty(STDIN_FILENO) == 1
  }
}
