import Glibc
import TestDaemonKit

/// What a program has printed, and how it ended.
struct ProgramRun: Equatable {
  /// The exit status; nil when a signal ended it.
  let status: Int32?
  let output: String
  let errors: String

  /// Runs a program in the C locale to its end, or for so long at most. Nothing is typed into it.
  static func run(
    _ program: String, _ arguments: [String], variables more: [String] = [], limit: Duration = Patience.limit
  ) async throws -> ProgramRun {
    let folder = try SocketFolder()
    let (output, errors) = (folder.socket("output"), folder.socket("errors"))
    defer { folder.remove("output", "errors") }
    let pid = try Spawn.start(
      [program] + arguments, variables: ["LC_ALL=C", "HOME=\(folder.path)", "PATH=/usr/bin:/bin"] + more,
      streams: [.file("/dev/null", O_RDONLY), .file(output, O_WRONLY | O_CREAT), .file(errors, O_WRONLY | O_CREAT)])
    var status: Int32 = 0
    let end = ContinuousClock.now + limit
    while waitpid(pid, &status, WNOHANG) == 0 {
      if ContinuousClock.now > end { kill(pid, SIGKILL) }
      try await Task.sleep(for: .milliseconds(10))
    }
    let hasExited = status & 0x7f == 0
    return ProgramRun(status: hasExited ? status >> 8 & 0xff : nil, output: output.contents, errors: errors.contents)
  }
}
