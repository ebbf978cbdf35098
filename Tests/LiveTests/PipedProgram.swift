import Glibc
import TestDaemonKit

/// A program that reads lines from a pipe while a test looks at what it has written so far.
final class PipedProgram {
  private let folder: SocketFolder
  private let input: Int32
  let pid: pid_t
  private var hasEnded = false

  /// Starts the program; what it writes, on both descriptors, goes to one file.
  init(_ program: String, _ arguments: [String]) throws {
    folder = try SocketFolder()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CannotRun() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    input = ends[1]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.socket("output"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // A socket of another test that the program inherits would never be closed.
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var words = ProgramRun.copies([program] + arguments)
    var variables = ProgramRun.copies(["LC_ALL=C", "HOME=\(folder.path)", "PATH=/usr/bin:/bin"])
    defer { for pointer in words + variables { free(pointer) } }
    // The threads of a test runner block signals; the program must hear those that a test sends.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var pid = pid_t()
    let code = posix_spawn(&pid, program, &actions, &attributes, &words, &variables)
    close(ends[0])
    guard code == 0 else { throw CannotRun() }
    self.pid = pid
  }

  /// Sends a line.
  func send(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// What was written so far.
  var output: String { folder.socket("output").contents }

  /// Waits until a text was written; false when it does not come.
  func waits(for text: String, seconds: Int = 45) async throws -> Bool {
    for _ in 0..<(seconds * 50) {
      if output.contains(text) { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
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
