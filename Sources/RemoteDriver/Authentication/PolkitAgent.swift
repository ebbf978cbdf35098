import Glibc
import Processes

/// `pkttyagent`: asks the user at this terminal for the password that polkit wants, on behalf of this process.
///
/// It belongs to whoever started it, who has to ``end()`` it.
struct PolkitAgent {
  private static let program = "pkttyagent"
  /// How long it may take to register with polkit; virsh waits as long.
  private static let patience = Duration.milliseconds(3600)

  private let process: ChildProcess

  /// Starts the agent and waits until polkit knows it, or until it has given up; throws when it cannot be started.
  static func start() async throws(ProgramFailure) -> PolkitAgent {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProgramFailure(code: errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let process: ChildProcess
    do {
      defer { close(ends[1]) }
      // It opens the terminal by itself. Not with --fallback, as virsh has it: that makes way for another agent, which there is none,
      // and outside a login session polkit does not find such an agent.
      var streams = ChildProcess.Streams.null
      streams.fourth = ends[1]
      process = try ChildProcess([program, "--process", "\(getpid())", "--notify-fd", "3"], .participant, streams: streams)
    }
    let limit = ContinuousClock.now + patience
    var byte: UInt8 = 0
    // It closes its end when it is registered, and when it ends. A caller that gives up is noticed by the next call.
    while read(ends[0], &byte, 1) < 0, errno == EAGAIN || errno == EINTR, ContinuousClock.now < limit {
      do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
    }
    return PolkitAgent(process: process)
  }

  /// Whether it has stayed, once it said that it is registered; the same is heard from one that gives up, which ends right after it.
  func isReady() async -> Bool {
    for _ in 0..<5 {
      guard process.end() == nil else { return false }
      do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
    }
    return true
  }

  /// Ends the agent, and returns when it is gone, also when the task is cancelled.
  func end() async {
    await Task { [process] in
      process.signal(SIGTERM)
      let limit = ContinuousClock.now + .seconds(1)
      while process.end() == nil {
        if ContinuousClock.now >= limit { process.signal(SIGKILL) }
        try? await Task.sleep(for: .milliseconds(5))
      }
    }.value
  }
}
