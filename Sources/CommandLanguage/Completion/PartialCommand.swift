/// The word under the cursor, or its value where it is `--option=value`.
struct PartialWord {
  var prefix: String
  var lead = ""
  var start: Int
  /// Whether it is a word of its own, which could be an option or a value.
  var isBare = false
  let isQuoted: Bool
  private let valueStart: Int?

  init(_ partial: PartialLine) {
    prefix = partial.prefix
    start = partial.start
    valueStart = partial.valueStart
    isQuoted = partial.quote != nil
  }

  /// Leaves the value only, all that is completed. A sign inside quotes keeps its quotes, and so is replaced too.
  mutating func reduce(to value: String) {
    if let valueStart { start = valueStart } else { lead = String(prefix.dropLast(value.count)) }
    prefix = value
  }
}

/// A command as far as it was typed, without the word under the cursor.
struct PartialCommand<Product> {
  /// Options that could stand in place of a value.
  private(set) var otherOptions: [String] = []
  private let entry: CommandEntry<Product>
  private let dialect: Dialect
  private let parser: ArgumentParser
  /// Whether the words so far are written rightly.
  private let isIntact: Bool

  init(_ entry: CommandEntry<Product>, _ words: ArraySlice<Word>, _ dialect: Dialect) {
    self.entry = entry
    self.dialect = dialect
    var parser = entry.outline.parser()
    isIntact = parser.takeLeniently(words)
    self.parser = parser
  }

  private var specifications: [OptionSpecification] { entry.options.specifications }

  /// What the word can become.
  mutating func target(of word: inout PartialWord) -> CompletionTarget<Product> {
    if isIntact, parser.awaiting == nil, let value = parser.assigned(by: word.prefix) {
      let option = parser.optionFilled(by: word.prefix)
      word.reduce(to: value)
      return option.map { self.value($0) } ?? .nothing
    }
    if parser.isHelpWanted { return .nothing }
    guard isIntact else { return .options(open(word.prefix)) }
    if let awaited = parser.awaiting { return value(awaited) }
    let isGuess = word.prefix.isEmpty && !word.isQuoted
    if !isGuess || dialect == .virtsh, let filled = parser.optionFilled(by: word.prefix) {
      word.isBare = !parser.dataOnly
      if dialect == .virtsh, !word.isQuoted, !parser.dataOnly { otherOptions = open(word.prefix) }
      return value(filled)
    }
    if dialect == .virsh, let option = parser.options.exactOption(word.prefix) { return .options(others(than: option, word.prefix)) }
    return .options(open(word.prefix))
  }

  private func value(_ option: Int) -> CompletionTarget<Product> {
    .value(specifications[option], command: ParsedCommand(entry: entry, values: parser.values))
  }

  /// virsh's way with an option in full: it counts as given, unless it may be given again.
  private func others(than option: OptionSpecification, _ prefix: String) -> [String] {
    open(prefix).filter { option.kind == .arguments || $0 != "--" + option.name }
  }

  /// The options that may still be given. virsh does not look at those that exclude each other.
  private func open(_ prefix: String) -> [String] {
    if dialect == .virtsh, parser.dataOnly { return [] }
    let given = Set(specifications.indices.filter(parser.isGiven).map { specifications[$0].name })
    let sets = dialect == .virtsh ? entry.info.exclusive : []
    return specifications.filter { option in
      (option.kind == .arguments || !given.contains(option.name))
        && !sets.contains { $0.contains(option.name) && !given.isDisjoint(with: $0) }
    }.map { "--" + $0.name }.filter { $0.hasPrefix(prefix) }
  }
}

extension ArgumentParser {
  /// Whether a word is taken for an option, or for their end.
  static func isOption(_ text: String) -> Bool { shape(of: text) != .data }

  /// Takes words up to the first mistake; false if there was one.
  fileprivate mutating func takeLeniently(_ words: ArraySlice<Word>) -> Bool {
    do throws(UsageError) {
      for word in words { try take(word) }
      return true
    } catch {
      return false
    }
  }

  /// The option whose value a word would become.
  fileprivate func optionFilled(by prefix: String) -> Int? {
    var next = self
    guard next.takeLeniently([Word(prefix)]), let filled = next.lastFilled, next.awaiting == nil else { return nil }
    return options.specifications[filled].kind != .flag && next.values.count > values.count ? filled : nil
  }

  /// The value part of a word `--option=value`.
  fileprivate func assigned(by prefix: String) -> String? {
    guard !dataOnly, prefix.hasPrefix("--"), optionFilled(by: prefix) != nil, let sign = prefix.firstIndex(of: "=") else { return nil }
    return String(prefix[prefix.index(after: sign)...])
  }
}

extension OptionList {
  fileprivate func exactOption(_ word: String) -> OptionSpecification? {
    word.hasPrefix("--") ? self[String(word.dropFirst(2))] : nil
  }
}
