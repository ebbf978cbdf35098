import Glibc
import TestDaemonKit

/// A program that reads lines from a pipe while a test looks at what it has written so far.
final class PipedProgram {
  private let folder: SocketFolder
  private let input: Int32
  let pid: pid_t
  private var hasEnded = false

  /// Starts the program; what it writes, on both descriptors, goes to one file.
  init(_ program: String, _ arguments: [String], terminal: String = "") throws {
    folder = try SocketFolder()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CannotRun() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    input = ends[1]
    defer { close(ends[0]) }
    pid = try Spawn.start(
      [program] + arguments, variables: ["LC_ALL=C", "HOME=\(folder.path)", "PATH=/usr/bin:/bin", "TERM=\(terminal)"],
      streams: [.descriptor(ends[0]), .file(folder.socket("output"), O_WRONLY | O_CREAT | O_APPEND), .same(1)])
  }

  /// Sends a line.
  func send(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// What was written so far.
  var output: String { folder.socket("output").contents }

  /// Waits until a text was written; false when it does not come and nothing else has come for long.
  func waits(for text: String) async throws -> Bool {
    var seen = 0
    var isThere = false
    while !isThere {
      let comesOn = try await Patience.waits(every: .milliseconds(20)) {
        let output = output
        isThere = output.contains(text)
        defer { seen = output.utf8.count }
        return isThere || output.utf8.count > seen
      }
      guard comesOn else { return false }
    }
    return true
  }

  /// Ends the input and waits for the exit status; nil when a signal ended it.
  func end() async throws -> Int32? {
    close(input)
    hasEnded = true
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    folder.remove("output")
    return status & 0x7f == 0 ? status >> 8 & 0xff : nil
  }

  deinit {
    guard !hasEnded else { return }
    close(input)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  struct CannotRun: Error {}
}
