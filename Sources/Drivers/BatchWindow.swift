/// How many calls of a batch may be under way at once, where the driver has a wire. Calls of high priority are never held back.
public enum BatchWindow: Sendable, Hashable {
  /// What a server answers at a time, less one place for others: for calls that may last.
  case usual
  /// At most so many: for calls that may never be answered.
  case atMost(Int)
  /// All of a list: for calls that are surely short, so that they cost one round trip together.
  case everything

  /// The number of calls; nil for the driver's own.
  public var count: Int? {
    switch self {
    case .usual: nil
    case .atMost(let count): count
    // As many as the longest list has domains.
    case .everything: 16384
    }
  }
}
