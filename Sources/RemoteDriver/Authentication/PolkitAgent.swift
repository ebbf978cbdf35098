import Glibc

/// `pkttyagent`: asks the user at this terminal for the password that polkit wants, on behalf of this process.
///
/// It belongs to whoever started it, who has to ``end()`` it.
struct PolkitAgent {
  private static let program = "pkttyagent"
  /// How long it may take to register with polkit; virsh waits as long.
  private static let patience = Duration.milliseconds(3600)

  private let process: pid_t

  /// Starts the agent and waits until polkit knows it, or until it has given up; throws the system's number when it cannot be started.
  static func start() async throws(Failure) -> PolkitAgent {
    guard let pipe = ProgramStart.makePipe() else { throw Failure(code: errno) }
    defer { close(pipe.reading) }
    // It stays in our process group, so that it may use the terminal, which it opens by itself. Not with --fallback, as virsh has it:
    // that makes way for another agent, which there is none, and outside a login session polkit does not find such an agent.
    let start = ProgramStart(
      words: [program, "--process", "\(getpid())", "--notify-fd", "3"], variables: nil,
      descriptor: (ours: pipe.writing, theirs: 3), hasOwnSession: false)
    var process = pid_t()
    let code = start.run(&process)
    close(pipe.writing)
    guard code == 0 else { throw Failure(code: code) }
    let limit = ContinuousClock.now + patience
    var byte: UInt8 = 0
    // It closes its end when it is registered, and when it ends. A caller that gives up is noticed by the next call.
    while read(pipe.reading, &byte, 1) < 0, errno == EAGAIN || errno == EINTR, ContinuousClock.now < limit {
      do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
    }
    return PolkitAgent(process: process)
  }

  /// Whether it has stayed, once it said that it is registered; the same is heard from one that gives up, which ends right after it.
  func isReady() async -> Bool {
    for _ in 0..<5 {
      var status = siginfo_t()
      guard waitid(P_PID, id_t(process), &status, WEXITED | WNOWAIT | WNOHANG) == 0, status.si_signo == 0 else { return false }
      do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
    }
    return true
  }

  /// Ends the agent, and returns when it is gone, also when the task is cancelled.
  func end() async {
    await Task { [process] in
      kill(process, SIGTERM)
      let limit = ContinuousClock.now + .seconds(1)
      var status: CInt = 0
      while waitpid(process, &status, WNOHANG) == 0 {
        if ContinuousClock.now >= limit { kill(process, SIGKILL) }
        try? await Task.sleep(for: .milliseconds(5))
      }
    }.value
  }

  /// Why it cannot be started.
  struct Failure: Error {
    /// The system's number.
    let code: CInt
  }
}
