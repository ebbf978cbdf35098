import Commands
import Drivers
import Presentation
import Synchronization

/// What a command waits for, shown on the terminal's last line once that takes longer than two seconds.
final class WaitDisplay: Sendable {
  private let gate: OutputGate
  private let session: Session
  private let work: ProgressDisplay?
  private let ticker = Mutex<Task<Void, Never>?>(nil)

  /// `work` knows how far the command itself is, if it says so; that is shown in place of what is waited for.
  init(gate: OutputGate, session: Session, work: ProgressDisplay?) {
    self.gate = gate
    self.session = session
    self.work = work
  }

  /// The command begins to wait.
  func begin() {
    let line = gate.openStatusLine()
    work?.begin(on: line)
    let start = ContinuousClock.now
    let task = Task { [gate, session, work] in
      var pause = Duration.seconds(2)
      while (try? await Task.sleep(for: pause)) != nil {
        let seconds = start.duration(to: .now).components.seconds
        if work?.isShowing == true { continue }
        let text = await Self.text(session.activity, session.status, session.progress.stage, seconds)
        await gate.show(text, on: line)
        pause = .seconds(1)
      }
    }
    ticker.withLock { $0 = task }
  }

  /// The command waits no more: the line disappears.
  func end() {
    ticker.withLock { task in
      task?.cancel()
      task = nil
    }
    work?.end()
    gate.closeStatusLine()
  }

  private static func text(_ activity: Session.Activity?, _ status: SessionStatus, _ stage: String?, _ seconds: Int64) -> String {
    switch activity {
    case .opening(let name): return text(.notConnected(name: name), stage, seconds)
    case .closing(let name): return "closing \(name.withoutParameters) (\(seconds) s); Ctrl-C gives up"
    case nil: return text(status, stage, seconds)
    }
  }

  private static func text(_ status: SessionStatus, _ stage: String?, _ seconds: Int64) -> String {
    switch status {
    case .connected(let connection):
      let call = connection.lastCall.isEmpty ? "" : ", \(connection.lastCall)"
      return "waiting for \(connection.promptName) (\(seconds) s\(call)); Ctrl-C gives up"
    case .reconnecting(let reconnection):
      let attempts = reconnection.attempts == 0 ? "" : ", \(reconnection.attempts) attempts"
      return "waiting for \(reconnection.name.withoutParameters) to come back (\(seconds) s\(attempts)); Ctrl-C gives up"
    case .notConnected(let name):
      let stage = stage.map { ", \($0)" } ?? ""
      return "connecting to \(name?.withoutParameters ?? "the hypervisor") (\(seconds) s\(stage)); Ctrl-C gives up"
    }
  }
}

extension CommandRunner {
  /// Shows on a terminal what is waited for, once that takes long.
  func waiting<Result: Sendable>(_ work: ProgressDisplay? = nil, _ body: () async throws -> Result) async rethrows -> Result {
    guard style.showsWaits else { return try await body() }
    let display = WaitDisplay(gate: gate, session: session, work: work)
    display.begin()
    defer { display.end() }
    return try await body()
  }
}
