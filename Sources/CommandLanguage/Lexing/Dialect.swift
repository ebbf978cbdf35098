/// Whose rules a line is read by.
public enum Dialect: Sendable, Hashable {
  /// virsh's rules to the letter, oddities included.
  case virsh
  /// The same language with its traps closed: a single quote that never ends is an error instead of swallowing the rest.
  case virtsh
}
