/// Which domains a list is to have; for xend of format 3 and newer.
enum XendListState: String, Sendable, Hashable, CaseIterable {
  /// Of every state: what is not said may leave all but the running ones out.
  case all
  /// On the processor, or waiting for it or for something else.
  case running
  /// Paused.
  case paused
  /// Defined and not running; and those just shutting down.
  case halted
  /// Suspended.
  case suspended
  /// Crashed, and kept.
  case crashed
  /// In none of the other states.
  case unknown
}
