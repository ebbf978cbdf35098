extension String {
  /// The text as one word, or the rest of one, of this language. The lexer reads it back to the same text, whatever it holds.
  ///
  /// - Parameter quote: the quote that is open where the text is put; it is still open behind it.
  public func escapedForLine(in quote: Character?) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 8)
    for byte in utf8 {
      // Only there they mean something.
      if bytes.isEmpty, quote == nil, byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") { bytes.append(UInt8(ascii: "\\")) }
      switch (byte, quote) {
      case (UInt8(ascii: "'"), "'"): bytes += "'\\''".utf8
      case (_, "'"): bytes.append(byte)
      case (UInt8(ascii: "\\"), _), (UInt8(ascii: "\""), _): bytes += [UInt8(ascii: "\\"), byte]
      // A backslash before a newline takes it away.
      case (UInt8(ascii: "\n"), nil): bytes += "'\n'".utf8
      case (_, nil) where " \t;#'".utf8.contains(byte): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as virsh completes it: only blanks are escaped, and only outside quotes. (So what virsh completes is not always the name.)
  public func escapedAsVirsh(in quote: Character? = nil) -> String {
    guard quote == nil, utf8.contains(UInt8(ascii: " ")) else { return self }
    return split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\\ ")
  }
}
