/// The program that a shell did not find, as the shells say it.
enum MissingProgram {
  /// Where shells name it: in front of these words, or behind them. The longer come first.
  private static let behindName = [
    ": command not found", ": inaccessible or not found", ": Command not found", ": No such file or directory", ": not found",
  ]
  private static let beforeName = ["command not found: ", "Unknown command: "]

  /// Its name in one of these lines; nil if there is none. A line begins with names of shells and numbers, each with a colon.
  static func name(in words: String) -> String? {
    for line in words.split(whereSeparator: \.isNewline) {
      for words in beforeName {
        if let range = line.firstRange(of: words) { return unquoted(line[range.upperBound...].prefix { $0 != " " }) }
      }
      for words in behindName {
        guard let range = line.firstRange(of: words) else { continue }
        let head = line[..<range.lowerBound]
        return unquoted(head.ranges(of: ": ").last.map { head[$0.upperBound...] } ?? head)
      }
    }
    return nil
  }

  private static func unquoted(_ name: Substring) -> String? {
    let name = name.drop { $0 == "'" || $0 == "\"" }
    let end = name.lastIndex { $0 != "'" && $0 != "\"" }
    return end.map { String(name[...$0]) }
  }
}
