import LibvirtProtocol
import Synchronization

/// The calls of one command that may have changed something: so that a command which only read can be run again after its
/// connection was lost, and one that did more can say what is done and what is unknown.
public final class ChangeJournal: Sendable {
  private enum Fate {
    /// The other side carried it out, or said why not.
    case answered(isDone: Bool)
    /// It never left this side.
    case unsent
    case unknown
  }

  private struct Entry {
    let name: String
    let fate: @Sendable () -> Fate
  }

  private struct State {
    var entries: [Entry] = []
    /// Whether there was more than the entries say.
    var hasMore = false
  }

  /// How many calls are remembered by name.
  private static let capacity = 256
  private let state = Mutex(State())

  /// A journal without entries.
  public init() {}

  /// A command begins: what was before is forgotten.
  public func begin() {
    state.withLock { state in
      if !state.entries.isEmpty || state.hasMore { state = State() }
    }
  }

  /// A call was handed to the driver.
  func note<Reply>(_ name: String, _ reply: PendingReply<Reply>) {
    state.withLock { state in
      guard state.entries.count < Self.capacity else {
        state.hasMore = true
        return
      }
      state.entries.append(
        Entry(name: name) {
          switch reply.settled {
          case nil, .failure(is OutcomeUnknown): .unknown
          // What the connection says by itself about a call that it never sent.
          case .failure(let error as LibvirtError) where error.domain == .rpc && error.code != .rpc: .unsent
          case .failure: .answered(isDone: false)
          case .success: .answered(isDone: true)
          }
        })
    }
  }

  /// A stream was opened by a call that may have changed something. What became of it is known to whoever had it.
  func noteStream() { state.withLock { $0.hasMore = true } }

  /// What became of the calls.
  public var summary: Summary {
    let (entries, hasMore) = state.withLock { ($0.entries, $0.hasMore) }
    var summary = Summary(hasReachedOtherSide: hasMore)
    for entry in entries {
      switch entry.fate() {
      case .answered(let isDone):
        summary.hasReachedOtherSide = true
        if isDone { summary.done.append(entry.name) }
      case .unknown:
        summary.hasReachedOtherSide = true
        summary.unknown.append(entry.name)
      case .unsent: break
      }
    }
    return summary
  }

  /// What became of the calls of a command.
  public struct Summary: Sendable, Hashable {
    /// Whether any of them may have been carried out.
    public var hasReachedOtherSide = false
    /// libvirt's names of those that were carried out, in order.
    public var done: [String] = []
    /// Those that may or may not have been.
    public var unknown: [String] = []
  }
}
