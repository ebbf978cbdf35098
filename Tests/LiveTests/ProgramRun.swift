import Glibc
import TestDaemonKit

/// What a program has printed, and how it ended.
struct ProgramRun {
  /// The exit status; nil when a signal ended it.
  let status: Int32?
  let output: String
  let errors: String

  /// Runs a program in the C locale to its end. Nothing is typed into it.
  static func run(_ program: String, _ arguments: [String], variables more: [String] = []) async throws -> ProgramRun {
    let folder = try SocketFolder()
    let (output, errors) = (folder.socket("output"), folder.socket("errors"))
    defer { folder.remove("output", "errors") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    // A socket of another test that the program inherits would never be closed.
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var words = Self.copies([program] + arguments)
    var variables = Self.copies(["LC_ALL=C", "HOME=\(folder.path)", "PATH=/usr/bin:/bin"] + more)
    defer { for pointer in words + variables { free(pointer) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, program, &actions, nil, &words, &variables)
    guard code == 0 else { throw CannotRun(program: program, errno: code) }
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    let hasExited = status & 0x7f == 0
    return ProgramRun(status: hasExited ? status >> 8 & 0xff : nil, output: output.contents, errors: errors.contents)
  }

  /// Words as C has them, to be freed, with the nil that ends them.
  static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }

  struct CannotRun: Error {
    let program: String
    let errno: Int32
  }
}
