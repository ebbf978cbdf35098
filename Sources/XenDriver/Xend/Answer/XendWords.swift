/// Texts of the other side, made fit to be part of an error message.
enum XendWords {
  /// One line of at most `limit` characters: white space as one blank each, and nothing that a terminal could obey.
  static func clean(_ bytes: some Collection<UInt8>, limit: Int = 1000) -> String {
    var words = ""
    var count = 0
    var isBlankPending = false
    // A character has few bytes; what lies far behind the limit need not be looked at.
    for scalar in String(decoding: bytes.prefix(limit * 8), as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        isBlankPending = count > 0
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: continue
      default: break
      }
      guard count < limit else { return words + "…" }
      if isBlankPending { words += " " }
      count += isBlankPending ? 2 : 1
      isBlankPending = false
      words.unicodeScalars.append(scalar)
    }
    return words
  }
}
