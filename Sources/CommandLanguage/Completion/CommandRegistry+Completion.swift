extension CommandRegistry {
  /// What can be completed at the end of a line, given up to the cursor. Mistakes before the cursor are passed over.
  public func completion(of line: String, dialect: Dialect = .virsh) -> CompletionRequest<Product> {
    completion(of: PartialLine(line), dialect)
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
    } else if let name = partial.words.first?.text, let entry = self[name] {
      var line = PartialCommand(entry, partial.words.dropFirst(), dialect)
      target = line.target(of: &word)
      options = line.otherOptions
    } else {
      target = .commands(listedNames.filter { $0.hasPrefix(word.prefix) })
    }
    return CompletionRequest(
      target: target, options: options, prefix: word.prefix, lead: word.lead, start: word.start, quote: partial.quote, isBare: word.isBare)
  }
}
