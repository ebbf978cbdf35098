extension CommandRegistry {
  /// What can be completed at the end of a line, given up to the cursor. Mistakes before the cursor are passed over.
  public func completion(of line: String) -> CompletionRequest<Product> {
    let partial = PartialLine(line)
    var start = partial.start
    var prefix = partial.prefix
    let target: CompletionTarget<Product>
    if partial.isComment {
      target = .nothing
    } else if let name = partial.words.first?.text, let entry = self[name] {
      var parser = entry.outline.parser()
      let isIntact = parser.takeLeniently(partial.words.dropFirst())
      if isIntact, parser.awaiting == nil, let valueStart = partial.valueStart, let value = parser.assigned(by: prefix) {
        start = valueStart
        prefix = value
      }
      target = self.target(entry, parser, prefix: prefix, isIntact: isIntact, isQuoted: partial.quote != nil)
    } else {
      target = .commands(listedNames.filter { $0.hasPrefix(prefix) })
    }
    return CompletionRequest(target: target, prefix: prefix, start: start, quote: partial.quote)
  }

  /// What virsh's command `complete` would complete: its words joined by blanks are the line. It has no answer for
  /// `--option=value`.
  public func completion(ofWords words: [String]) -> CompletionRequest<Product> {
    let request = completion(of: words.joined(separator: " "))
    guard let last = words.last, last != request.prefix, !request.prefix.isEmpty || !last.isEmpty,
      last.hasPrefix("--"), last.hasSuffix("=" + request.prefix)
    else { return request }
    return CompletionRequest(target: .nothing, prefix: last, start: request.start, quote: nil)
  }

  private func target(
    _ entry: CommandEntry<Product>, _ parser: ArgumentParser, prefix: String, isIntact: Bool, isQuoted: Bool
  ) -> CompletionTarget<Product> {
    let command = ParsedCommand(entry: entry, values: parser.values)
    let options = entry.options.specifications
    if parser.isHelpWanted { return .nothing }
    if isIntact, let awaited = parser.awaiting { return .value(options[awaited], command: command) }
    if isIntact, !prefix.isEmpty || isQuoted, let filled = parser.optionFilled(by: prefix) {
      return .value(options[filled], command: command)
    }
    if isIntact, parser.options.isExactOption(prefix) { return .nothing }
    let open = options.indices.filter { options[$0].kind == .arguments || !parser.isGiven($0) }
    return .options(open.map { "--" + options[$0].name }.filter { $0.hasPrefix(prefix) })
  }
}

extension ArgumentParser {
  /// Takes words up to the first mistake; false if there was one.
  fileprivate mutating func takeLeniently(_ words: ArraySlice<Word>) -> Bool {
    do throws(UsageError) {
      for word in words { try take(word) }
      return true
    } catch {
      return false
    }
  }

  /// The option whose value a bare word would become.
  fileprivate func optionFilled(by prefix: String) -> Int? {
    var next = self
    guard next.takeLeniently([Word(prefix)]), let filled = next.lastFilled, next.awaiting == nil else { return nil }
    return options.specifications[filled].kind != .flag && next.values.count > values.count ? filled : nil
  }

  /// The value part of a word `--option=value`.
  fileprivate func assigned(by prefix: String) -> String? {
    guard prefix.hasPrefix("--"), optionFilled(by: prefix) != nil, let sign = prefix.firstIndex(of: "=") else { return nil }
    return String(prefix[prefix.index(after: sign)...])
  }
}

extension OptionList {
  fileprivate func isExactOption(_ word: String) -> Bool {
    word.hasPrefix("--") && self[String(word.dropFirst(2))] != nil
  }
}
