/// Hears how far long work is, and decides whether anybody sees it.
public protocol ProgressSink: Sendable {
  /// The work is so far now.
  func report(_ amount: WorkAmount)
}

/// Nobody wants to know.
public struct NoProgress: ProgressSink {
  /// A sink that shows nothing.
  public init() {}
  /// Nothing is shown.
  public func report(_ amount: WorkAmount) {}
}

/// How far long work is.
public struct WorkAmount: Sendable, Hashable {
  /// What is done, in a word that virsh has too: `Save`.
  public var title: String
  /// Bytes that are done; they may become more than ``total`` was, when memory changes meanwhile.
  public var done: UInt64 = 0
  /// Bytes in all, as far as is known now; 0 as long as that is unknown.
  public var total: UInt64 = 0
  /// Bytes that are still to be done.
  public var remaining: UInt64 = 0
  /// Bytes a second; nil as long as that is unknown.
  public var rate: Double?
  /// Seconds since it began, where nobody can say how far it is.
  public var elapsed: Int?
  /// What the user can do: `Ctrl-C stops it`.
  public var hint = ""
  /// Whether the user asked to be told, terminal or not.
  public var isWanted: Bool

  /// Work that begins.
  public init(_ title: String, isWanted: Bool) {
    self.title = title
    self.isWanted = isWanted
  }

  /// All of it is done.
  public mutating func complete() {
    done = max(done, total, 1)
    total = done
    remaining = 0
  }

  /// How much is done in percent, 100 only at the end; nil as long as that is unknown.
  public var percent: Int? {
    guard total > 0 else { return nil }
    if remaining == 0 { return 100 }
    return 100 - Int(min(max(Double(remaining) * 100 / Double(total), 1), 100).rounded(.up))
  }

  /// Seconds that are left at the present rate; nil when that cannot be told.
  public var secondsLeft: Int? {
    guard let rate, rate > 0, total > 0 else { return nil }
    let seconds = Double(remaining) / rate
    return seconds < 1e7 ? Int(seconds.rounded(.up)) : nil
  }
}
