/// Why bytes are no message.
public enum FrameError: Error, Sendable, Hashable {
  /// The length word, which counts itself, is below 28.
  case tooShort(Int)
  /// The length word, which counts itself, is above the maximum.
  case tooLong(Int)
  /// Printable characters stand where the length should be.
  case text
  /// A TLS record stands where the length should be.
  case tls
  /// The header's type has no meaning; the other words are shown as they are.
  case unknownType(program: UInt32, version: UInt32, procedure: Int32, type: Int32)
  /// The header's status has no meaning.
  case unknownStatus(Int32)
}
