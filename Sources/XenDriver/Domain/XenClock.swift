/// How the clock of a domain begins.
enum XenClock: Sendable, Hashable {
  /// With universal time.
  case utc
  /// With the host's local time.
  case local
  /// So many seconds off one of them, and kept at what the guest sets.
  case variable(seconds: Int64, isLocal: Bool)
}
