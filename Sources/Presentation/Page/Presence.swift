/// Whether a text survives `--quiet`.
public enum Presence: Sendable, Hashable {
  /// It is what was asked for.
  case always
  /// It is courtesy.
  case extra
}
