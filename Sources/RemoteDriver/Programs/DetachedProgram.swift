import Glibc
import LibvirtProtocol

/// A program in a session of its own, which is not our child, has no descriptor of ours and outlives us.
struct DetachedProgram {
  /// Its number; nil when the shell in between did not tell it.
  private let process: pid_t?

  /// Whether it is known to have ended.
  var hasEnded: Bool { process.map { kill($0, 0) != 0 && errno == ESRCH } ?? false }

  /// Starts a program with this environment and no other, in `/`, with its standard streams on `/dev/null`.
  ///
  /// A shell starts it in the background and ends, so that it becomes init's child. It ignores SIGINT and SIGQUIT then, which no terminal
  /// sends into its session anyway.
  static func start(_ words: [String], variables: [String]) async throws -> DetachedProgram {
    guard let pipe = ProgramStart.makePipe() else { throw SocketFailure.system("Unable to create pipes", errno: errno) }
    defer { close(pipe.reading) }
    let script = #"cd / && exec env -i "$@" >/dev/null & echo "$!""#
    let start = ProgramStart(
      words: ["/bin/sh", "-c", script, "sh"] + variables + words, variables: ["PATH=/usr/bin:/bin"],
      descriptor: (ours: pipe.writing, theirs: 1), hasOwnSession: true)
    var shell = pid_t()
    let code = start.run(&shell)
    close(pipe.writing)
    guard code == 0 else { throw SocketFailure.system("cannot execute binary /bin/sh", errno: code) }
    // It ends at once. A caller that gives up must not leave it as a zombie.
    var status: CInt = 0
    while waitpid(shell, &status, WNOHANG) == 0 { try? await Task.sleep(for: .milliseconds(1)) }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(pipe.reading, &bytes, bytes.count)
    return DetachedProgram(process: pid_t(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0x0a }, as: UTF8.self)))
  }
}
