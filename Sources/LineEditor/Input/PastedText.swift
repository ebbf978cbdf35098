/// What was pasted. Nothing of it is a key: tabs and line ends are text, other control characters become harmless.
struct PastedText: Equatable {
  /// The most that is taken, in bytes. Half of a script would be worse than none, so a longer paste is refused as a whole.
  static let limit = 256 << 10

  private var bytes: [UInt8] = []
  /// Whether more came than is taken.
  private(set) var isTooLong = false

  mutating func append(_ byte: UInt8) {
    guard bytes.count < Self.limit else {
      isTooLong = true
      bytes = []
      return
    }
    if !isTooLong { bytes.append(byte) }
  }

  /// The text for the line: each line end a newline, none at the end, where Enter is the user's word.
  var text: String {
    var letters = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for letter in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch letter {
      case "\n" where previous == "\r": break
      case "\r", "\n": letters.append("\n")
      case "\t": letters.append(letter)
      default: letters.append(letter.isInvisibleControl ? "\u{fffd}" : letter)
      }
      previous = letter
    }
    while letters.last == "\n" { letters.removeLast() }
    return String(letters)
  }
}
