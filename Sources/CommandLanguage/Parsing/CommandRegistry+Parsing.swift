extension CommandRegistry {
  /// Finds the commands of a line and gives their words to their options. The first mistake discards the whole line, so
  /// that nothing of it runs.
  ///
  /// `CMD --help` becomes `help CMD` if the registry has a command `help` with an option `command`.
  ///
  /// - Throws: what virsh would say.
  public func parse(_ line: LexedLine) throws(UsageError) -> [ParsedCommand<Product>] {
    var parsed: [ParsedCommand<Product>] = []
    parsed.reserveCapacity(line.commands.count)
    for index in line.commands.indices {
      let error = index == line.commands.count - 1 ? line.error : nil
      if let command = try parse(line.commands[index], endingIn: error) { parsed.append(command) }
    }
    if line.commands.isEmpty, let error = line.error { throw error.usageError }
    return parsed
  }

  /// Parses a line that was not cut into words yet.
  public func parse(_ string: String, dialect: Dialect = .virsh) throws(UsageError) -> [ParsedCommand<Product>] {
    try parse(LexedLine(string: string, dialect: dialect))
  }

  private func parse(_ words: [Word], endingIn error: LexicalError?) throws(UsageError) -> ParsedCommand<Product>? {
    guard let name = words.first else {
      if let error { throw error.usageError }
      return nil
    }
    if name.text.utf8.first == UInt8(ascii: "#") {
      // A `#` that was quoted got past the lexer; virsh still drops the command, and a quote that never ends with it.
      if let error, error.reason == .danglingBackslash { throw error.usageError }
      return nil
    }
    guard let entry = self[name.text] else {
      throw UsageError(
        "unknown command: '\(name.text)'", column: name.column,
        suggestions: Suggestions.near(name.text, among: listedNames))
    }
    var parser = entry.parser()
    for word in words.dropFirst() { try parser.take(word) }
    if let error { throw error.usageError }
    try parser.finish()
    guard parser.isHelpWanted else { return ParsedCommand(entry: entry, values: parser.values) }
    guard let help = self["help"], let option = help.options.index(of: "command")?.index else {
      throw UsageError("command '\(entry.info.name)' doesn't support option --help")
    }
    return ParsedCommand(entry: help, values: [ParsedValue(option: option, raw: entry.info.name)])
  }
}

extension CommandEntry {
  func parser() -> ArgumentParser {
    ArgumentParser(command: info.name, options: options, ignoresSurplus: info.ignoresSurplus)
  }
}
