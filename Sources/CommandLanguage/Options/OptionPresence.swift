/// Whether a command can do without an option.
public enum OptionPresence: Sendable, Hashable {
  /// The parser refuses a command without it.
  case required
  /// It may be left out.
  case optional
}
