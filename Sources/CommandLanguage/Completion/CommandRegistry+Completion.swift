extension CommandRegistry {
  /// What can be completed at the end of a line, given up to the cursor. Mistakes before the cursor are passed over.
  public func completion(of line: String, dialect: Dialect = .virsh) -> CompletionRequest<Product> {
    completion(of: PartialLine(line, dialect), dialect)
  }

  /// What the last of a command's words can become, each of them literal, as a shell hands them over.
  public func completion(ofLiteral words: [String]) -> CompletionRequest<Product> {
    completion(of: PartialLine(literal: words), .virtsh)
  }

  /// What virsh's command `complete` would complete: its words joined by blanks are the line. It has no answer for
  /// `--option=value`.
  public func completion(ofWords words: [String]) -> CompletionRequest<Product> {
    let request = completion(of: words.joined(separator: " "))
    guard let last = words.last, last != request.prefix, !request.prefix.isEmpty || !last.isEmpty,
      last.hasPrefix("--"), last.hasSuffix("=" + request.prefix)
    else { return request }
    return CompletionRequest(
      target: .nothing, options: [], prefix: last, lead: "", start: request.start, quote: nil, isBare: false)
  }

  private func completion(of partial: PartialLine, _ dialect: Dialect) -> CompletionRequest<Product> {
    var word = PartialWord(partial)
    let target: CompletionTarget<Product>
    var options: [String] = []
    if partial.isComment {
      target = .nothing
    } else if let (sign, count) = partial.redirection {
      target = sign == .pipe ? count == 0 ? .program : .file : count == 0 ? .file : .nothing
    } else if let name = partial.words.first?.text, let entry = self[name] {
      if entry.info.passesOptions, let inner = passed(in: partial, by: entry, dialect) { return inner }
      var line = PartialCommand(entry, partial.words.dropFirst(), dialect)
      target = line.target(of: &word)
      options = line.otherOptions
    } else {
      target = .commands(listedNames.filter { $0.hasPrefix(word.prefix) })
    }
    return CompletionRequest(
      target: target, options: options, prefix: word.prefix, lead: word.lead, start: word.start, quote: partial.quote, isBare: word.isBare)
  }

  /// What can be completed of the command that another one is given, as `watch` is; nil where the cursor is at the other's own words.
  private func passed(in partial: PartialLine, by entry: CommandEntry<Product>, _ dialect: Dialect) -> CompletionRequest<Product>? {
    var inner = partial
    inner.words.removeFirst()
    if let start = inner.words.firstIndex(where: { self[$0.text] != nil }) {
      inner.words.removeFirst(start)
      return completion(of: inner, dialect)
    }
    var (word, line) = (PartialWord(partial), PartialCommand(entry, inner.words[...], dialect))
    guard case .value(let option, _) = line.target(of: &word), option.kind == .arguments else { return nil }
    // What the shell does for itself is nothing to pass on.
    let own = Set(listed(in: entry.info.group).map(\.name))
    let names = listedNames.filter { $0.hasPrefix(word.prefix) && !own.contains($0) }
    return CompletionRequest(
      target: .commands(names), options: [], prefix: word.prefix, lead: "", start: word.start, quote: partial.quote, isBare: false)
  }
}
