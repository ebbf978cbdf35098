/// How a table writes what it cannot show.
public enum TableEscapes: Sendable, Hashable {
  /// Every byte as `\xNN`.
  case exact
  /// As virsh does, which writes every byte of a character beyond ASCII as `\xff`.
  case virsh
  /// As virsh does in a locale whose characters are those of ASCII: none beyond them can be shown.
  case virshASCII
}
