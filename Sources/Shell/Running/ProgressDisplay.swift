import Commands
import Presentation
import Synchronization

/// Shows how far long work is: on the terminal's last line under our own name, else in virsh's form on standard error if the user asked
/// for it with `--verbose`.
final class ProgressDisplay: ProgressSink {
  private struct State {
    var line: Int?
    var isShowing = false
  }

  private let gate: OutputGate
  private let hasLine: Bool
  private let state = Mutex(State())

  /// A display that has a line of its own, or has not.
  init(_ gate: OutputGate, hasLine: Bool) {
    self.gate = gate
    self.hasLine = hasLine
  }

  /// Whether the line tells of work.
  var isShowing: Bool { state.withLock { $0.isShowing } }

  /// The command begins, and this line is its own.
  func begin(on line: Int) { state.withLock { $0.line = line } }

  /// The line is gone.
  func end() { state.withLock { $0 = State() } }

  func report(_ amount: WorkAmount) {
    guard hasLine else {
      if amount.isWanted { showAsVirsh(amount) }
      return
    }
    let line = state.withLock { state -> Int? in
      state.isShowing = state.line != nil
      return state.line
    }
    guard let line else { return }
    Task { [gate] in await gate.show(Self.text(amount), on: line) }
  }

  private func showAsVirsh(_ amount: WorkAmount) {
    guard let percent = amount.percent else { return }
    gate.writeProgress("\r\(amount.title): [\(String(repeating: " ", count: 3 - "\(percent)".count))\(percent) %]")
    Task { [gate] in await gate.flush() }
  }

  /// `Save: 12.0 MiB of 64.0 MiB (18 %), 310.0 MiB/s, 1 s left; Ctrl-C stops it`
  static func text(_ amount: WorkAmount) -> String {
    var parts: [String] = []
    if let percent = amount.percent {
      parts.append("\(bytes(amount.done)) of \(bytes(amount.total)) (\(percent) %)")
    } else {
      parts.append(amount.elapsed.map(duration) ?? "begins")
    }
    if let rate = amount.rate, rate >= 0, rate < 1e18 { parts.append("\(bytes(UInt64(rate)))/s") }
    if let seconds = amount.secondsLeft { parts.append("\(duration(seconds)) left") }
    let text = "\(amount.title): \(parts.joined(separator: ", "))"
    return amount.hint.isEmpty ? text : "\(text); \(amount.hint)"
  }

  /// One decimal: the line is short, and the numbers change.
  private static func bytes(_ count: UInt64) -> String {
    let amount = ByteAmount(count)
    return "\(fixedPoint(amount.amount, decimals: 1)) \(amount.unit)"
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    return seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
