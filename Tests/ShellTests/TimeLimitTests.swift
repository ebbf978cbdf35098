import TestDaemonKit
import Testing

/// `--within`, and servers that say nothing.
@Suite(.timeLimit(.minutes(20))) struct TimeLimitTests {
  /// Runs the program with `SILENT` in its arguments replaced by the URI of a server that accepts and says nothing.
  private static func run(_ arguments: [String]) async throws -> ProgramRun {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("silent"))
    let uri = "test+unix:///default?socket=\(server.path)"
    let words = arguments.map { argument in argument.split(separator: "SILENT", omittingEmptySubsequences: false).joined(separator: uri) }
    let run = try await Program.virtsh.run(words)
    await server.stop()
    folder.remove("silent")
    return run
  }

  @Test func openingEnds() async throws {
    let run = try await Self.run(["--within", "0.5", "-c", "SILENT", "list"])
    #expect(run.status == 3)
    #expect(run.errors.contains("was not opened in time"))
  }

  /// That it was interrupted is no news.
  @Test func connectIsGivenUp() async throws {
    let run = try await Self.run(["--within", "0.5", "connect SILENT"])
    #expect(run.status == 3)
    #expect(run.errors.contains("'connect' was given up"))
    #expect(!run.errors.contains("interrupted"))
  }

  @Test func programsEndWithTheirCommand() async throws {
    let run = try await Program.virtsh.run(["--within", "0.5", "-c", "test:///default", "list | sleep 1000"])
    #expect(run.status == 1)
    #expect(run.errors.contains("'list' was given up"))
    #expect(!run.errors.contains("interrupted"))
  }
}
