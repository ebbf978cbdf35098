import CProcess
import Glibc

/// A program in a session of its own, which is not our child, has no descriptor of ours and outlives us.
public struct DetachedProgram: Sendable {
  private let process: pid_t

  /// Whether it has ended.
  public var hasEnded: Bool { kill(process, 0) != 0 && errno == ESRCH }

  /// Starts the program whose whole path is the first of the words. It runs in `/`, with `variables`, each `NAME=value`, and nothing
  /// else in its environment, and with its standard streams on `/dev/null`.
  public init(_ words: [String], variables: [String]) throws(ProgramFailure) {
    let streams = [ProgramStart.null, ProgramStart.null, ProgramStart.null]
    process = try ProgramStart.run(words.first ?? "", words, variables: variables, descriptors: streams, CPROCESS_DETACHED)
  }
}
