import CProcess
import Glibc
import Synchronization

/// A program that we have started.
///
/// It has the descriptors of ours that it is given and no others, no signal of ours is blocked or ignored in it, and it stays in our session and
/// process group, so that it can use the terminal. Somebody must ask for its end, or it stays in the system's table.
public final class ChildProcess: Sendable {
  /// How a program ended.
  public enum End: Sendable, Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// What a program has to do with us.
  public enum Kind: Sendable {
    /// It takes part in a command, and Ctrl-C at the terminal is for it too.
    case participant
    /// It serves us in the background: it ignores SIGINT and SIGQUIT, and SIGTERM comes to it when the thread that started it ends.
    /// So that has to be a thread that lives as long as we.
    case companion
  }

  /// The descriptors that become the program's own; the caller still has to close them.
  public struct Streams: Sendable {
    /// `/dev/null`, for a program to which we have nothing to say, and to which nobody listens.
    public static let null = Streams(input: ProgramStart.null, output: ProgramStart.null, errors: ProgramStart.null)

    /// Its standard input.
    public var input: Int32
    /// Its standard output.
    public var output: Int32
    /// Its standard error.
    public var errors: Int32
    /// What it has as its descriptor 3, if anything.
    public var fourth: Int32?

    /// Our own, where nothing else is given.
    public init(input: Int32 = 0, output: Int32 = 1, errors: Int32 = 2) {
      self.input = input
      self.output = output
      self.errors = errors
    }
  }

  private enum State {
    /// The process as long as it is ours to wait for; nobody else can have its number until then.
    case running(pid_t)
    case ended(End)
  }

  private let state: Mutex<State>

  /// Starts a program, found as ``ProgramPath/find(_:)`` finds it and by no shell; `variables` are added to our environment.
  public init(
    _ words: [String], _ kind: Kind, streams: Streams = Streams(), variables: [String: String] = [:]
  ) throws(ProgramFailure) {
    let path = try ProgramPath.find(words.first ?? "")
    var descriptors = [streams.input, streams.output, streams.errors]
    if let fourth = streams.fourth { descriptors.append(fourth) }
    let number = try ProgramStart.run(
      path, words, variables: Self.environment(with: variables), descriptors: descriptors,
      kind == .companion ? CPROCESS_COMPANION : CPROCESS_PARTICIPANT)
    state = Mutex(.running(number))
  }

  /// Waits for the end.
  public func wait() -> End {
    // First without taking the process away, so that `signal` can rely on its number.
    let number: pid_t? = state.withLock { if case .running(let number) = $0 { number } else { nil } }
    var info = siginfo_t()
    if let number { while waitid(P_PID, id_t(number), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {} }
    return end() ?? .exited(0)
  }

  /// The end, if it has come.
  public func end() -> End? {
    state.withLock { state in
      guard case .running(let number) = state else { return if case .ended(let end) = state { end } else { nil } }
      var status: Int32 = 0
      guard waitpid(number, &status, WNOHANG) != 0 else { return nil }
      let end: End = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: status & 0x7f)
      state = .ended(end)
      return end
    }
  }

  /// Sends a signal if it still runs.
  public func signal(_ number: Int32) {
    state.withLock { state in
      if case .running(let process) = state { _ = kill(process, number) }
    }
  }

  private static func environment(with variables: [String: String]) -> [String] {
    var result = variables.map { "\($0.key)=\($0.value)" }
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if variables[String(text.prefix { $0 != "=" })] == nil { result.append(text) }
      next += 1
    }
    return result
  }
}
