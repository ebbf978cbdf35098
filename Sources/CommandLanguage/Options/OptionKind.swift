/// How an option is spelled in help and in messages. virsh's kinds, with `data` being text that is required.
public enum OptionKind: Sendable, Hashable {
  /// Present or absent; takes no value.
  case flag
  /// Takes a value that help calls `<number>`.
  case number
  /// Takes a value that help calls `<string>`.
  case string
  /// Takes every word that is left, and may be repeated.
  case arguments
}
