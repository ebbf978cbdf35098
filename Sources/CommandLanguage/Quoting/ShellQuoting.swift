extension String {
  /// The text as one word for a POSIX shell: in single quotes if any character needs them, and empty as `''`.
  public var quotedForShell: String {
    let special = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".utf8
    if !isEmpty, !utf8.contains(where: special.contains) { return self }
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in utf8 {
      if byte == UInt8(ascii: "'") {
        bytes += "'\\''".utf8
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "'"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as one word of this language, for completion. The open quote, if there is one, is not repeated.
  public func escapedForLine(in quote: Character?, dialect: Dialect = .virtsh) -> String {
    if quote == "'" { return self }
    let special = quote == nil ? " \t;#'\"\\".utf8 : "\"\\".utf8
    var bytes: [UInt8] = []
    // In front of a word these send an answer elsewhere.
    if quote == nil, dialect == .virtsh, hasPrefix(">") || hasPrefix("|") { bytes.append(UInt8(ascii: "\\")) }
    for byte in utf8 {
      if quote == nil, byte == UInt8(ascii: "\n") {
        bytes += "'\n'".utf8
        continue
      }
      if special.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
