extension CommandRegistry {
  /// The lines of `help`: every group with its commands.
  public func help() -> [String] {
    var lines = ["Grouped commands:", ""]
    for group in groups {
      lines += help(for: group)
      lines.append("")
    }
    return lines
  }

  /// The lines of `help NAME` for a command, an alias, a group's keyword or its title; an empty name asks for everything.
  ///
  /// - Throws: if nothing has that name.
  public func help(for name: String) throws(UsageError) -> [String] {
    if name.isEmpty { return help() }
    if let entry = self[name] { return entry.help }
    if let group = groups.first(where: { $0.keyword == name || $0.title == name }) { return help(for: group) }
    throw UsageError(
      "command or command group '\(name)' doesn't exist",
      suggestions: Suggestions.near(name, among: listedNames + groups.map(\.keyword)))
  }

  /// The lines for one group: its heading and its commands.
  public func help(for group: CommandGroup) -> [String] {
    [" \(group.title) (help keyword '\(group.keyword)'):"]
      + index.listed(in: group).map { "    \($0.name.padded(to: 30)) \($0.abstract)" }
  }
}

extension CommandEntry {
  /// The lines of the command's own help. The last is empty.
  public var help: [String] {
    let options = options.specifications
    let synopsis = Synopsis(command: info.name, options: options)
    var lines = ["  NAME", "    \(info.name) - \(info.abstract)", "", "  SYNOPSIS", "    \(synopsis.line)"]
    let description = info.description.isEmpty ? info.abstract : info.description
    if !description.isEmpty {
      lines += ["", "  DESCRIPTION"]
      lines += description.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
    }
    if !options.isEmpty {
      lines += ["", "  OPTIONS"]
      lines += synopsis.spellings.map { "    \($0.spelling.padded(to: 15))  \($0.help)" }
    }
    lines.append("")
    return lines
  }
}

extension String {
  /// The text with blanks up to a width in bytes; names of commands and options are ASCII.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}
