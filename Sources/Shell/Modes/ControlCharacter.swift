/// A character in a line of a script that is a key, and no part of any command: keys were recorded, or the file is none of text.
struct ControlCharacter: CustomStringConvertible {
  private let code: UInt8
  /// Where it stands, in Unicode scalars from 1.
  private let column: Int

  /// The first one of a line; nil if there is none. Tabs are blanks, and a carriage return may end a line.
  init?(in line: String) {
    guard line.utf8.contains(where: Self.isOne),
      let (index, scalar) = line.unicodeScalars.enumerated().first(where: { UInt8(exactly: $0.element.value).map(Self.isOne) ?? false })
    else { return nil }
    (code, column) = (UInt8(truncatingIfNeeded: scalar.value), index + 1)
  }

  private static func isOne(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0D || byte == 0x7F }

  var description: String { "control character ^\(Character(Unicode.Scalar(code ^ 0x40))) at column \(column)" }
}
