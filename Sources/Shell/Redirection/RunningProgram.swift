import Commands
import Glibc
import LineEditor
import Processes

/// A program that takes part in the end of a line such as `list | sort -r | head -1`.
actor RunningProgram {
  /// How a program ended.
  typealias End = ChildProcess.End

  /// The name it was started by, for messages.
  nonisolated let name: String
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  private nonisolated let process: ChildProcess

  /// The thread that waits.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Starts a program, found as `execvp` finds it and by no shell. It has our standard output where `output` is nil, our
  /// standard error, and nothing else of ours.
  init(_ words: [String], input: Int32, output: Int32?) throws(ProgramFailure) {
    name = words.first ?? ""
    process = try ChildProcess(words, .participant, streams: ChildProcess.Streams(input: input, output: output ?? 1))
  }

  deinit { executor.stop() }

  /// Waits for the end.
  func end() -> End { process.wait() }

  /// Sends a signal if it still runs.
  nonisolated func signal(_ number: Int32) { process.signal(number) }

  /// Whether there is such a program and we may run it; throws the system's reason. A look ahead, so that a mistyped name
  /// is told before anything is done.
  static func check(_ name: String) throws(CommandFailure) {
    do throws(ProgramFailure) { _ = try ProgramPath.find(name) } catch { throw failure(name, error) }
  }

  /// What is said of a program that cannot be started.
  static func failure(_ name: String, _ reason: ProgramFailure) -> CommandFailure {
    CommandFailure("cannot run '\(name)': \(reason)")
  }
}
