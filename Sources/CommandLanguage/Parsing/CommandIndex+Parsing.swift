extension CommandIndex {
  /// A command by its place, and its values.
  struct Call {
    let command: Int
    let values: [ParsedValue]
    /// Where the answer goes in place of standard output.
    var destination: Destination?
    /// The line that the command begins on.
    var line = 1
  }

  /// See `CommandRegistry.parse`.
  func parse(_ line: LexedLine, tracing trace: ((String) -> Void)? = nil) throws(UsageError) -> [Call] {
    var calls: [Call] = []
    calls.reserveCapacity(line.commands.count)
    for position in line.commands.indices {
      let error = position == line.commands.count - 1 ? line.error : nil
      let words = line.commands[position]
      do throws(UsageError) {
        guard var call = try parse(words, endingIn: error, trace) else { continue }
        call.destination = try line.redirections[position].map { redirections throws(UsageError) in try Destination(redirections) }
        call.line = words.first?.line ?? 1
        calls.append(call)
      } catch {
        var error = error
        error.line = error.line ?? words.first?.line
        throw error
      }
    }
    if line.commands.isEmpty, let error = line.error { throw error.usageError }
    return calls
  }

  private func parse(
    _ words: [Word], endingIn error: LexicalError?, _ trace: ((String) -> Void)?
  ) throws(UsageError) -> Call? {
    guard let name = words.first else { return nil }
    if name.text.utf8.first == UInt8(ascii: "#") {
      // A `#` that was quoted got past the lexer; virsh still drops the command, and a quote that never ends with it.
      if let error, error.reason == .danglingBackslash { throw error.usageError }
      return nil
    }
    guard let place = place(of: name.text) else {
      throw UsageError(
        "unknown command: '\(name.text)'", column: name.column,
        suggestions: Suggestions.near(name.text, among: listedNames))
    }
    let outline = outline(at: place)
    var parser = outline.parser()
    defer { if let trace { parser.trace.forEach(trace) } }
    for word in words.dropFirst() { try parser.take(word) }
    if let error { throw error.usageError }
    try parser.finish()
    guard parser.isHelpWanted else { return Call(command: place, values: parser.values) }
    let command = outline.info.name
    guard let help = self.place(of: "help"), let option = self.outline(at: help).options.index(of: "command")?.index else {
      throw UsageError("command '\(command)' doesn't support option --help")
    }
    return Call(command: help, values: [ParsedValue(option: option, raw: command)])
  }
}
