/// Gives the words of one command to its options, by virsh's rules.
struct ArgumentParser {
  let command: String
  let options: OptionList
  let ignoresSurplus: Bool
  /// Whether the first bare word ends the options.
  let passesOptions: Bool
  private(set) var values: [ParsedValue] = []
  /// The option that still waits for its value.
  private(set) var awaiting: Int?
  /// The option that the last word went to, as a value or as its name.
  private(set) var lastFilled: Int?
  private(set) var isHelpWanted = false
  private var isGiven: [Bool]
  private var firstOpen = 0
  /// Whether `--` has ended the options.
  private(set) var dataOnly = false

  init(command: String, options: OptionList, ignoresSurplus: Bool, passesOptions: Bool = false) {
    self.command = command
    self.options = options
    self.ignoresSurplus = ignoresSurplus
    self.passesOptions = passesOptions
    isGiven = Array(repeating: false, count: options.specifications.count)
  }

  /// Takes the next word.
  mutating func take(_ word: Word) throws(UsageError) {
    lastFilled = nil
    if let option = awaiting {
      awaiting = nil
      lastFilled = option
      values.append(ParsedValue(option: option, raw: word.text))
      return
    }
    switch dataOnly ? .data : Self.shape(of: word.text) {
    case .option: try takeOption(word)
    case .separator: dataOnly = true
    case .data: try takeData(word)
    }
  }

  /// Checks that nothing is missing after the last word.
  func finish() throws(UsageError) {
    if let awaiting {
      let option = options.specifications[awaiting]
      throw UsageError("expected syntax: --\(option.name) <\(option.valueName)>")
    }
    if isHelpWanted { return }
    var missing: [String] = []
    for (index, option) in options.specifications.enumerated() where option.isRequired && !isGiven[index] {
      missing.append(option.missing(in: command))
    }
    if !missing.isEmpty { throw UsageError(lines: missing) }
  }

  /// What was read so far, a line for each value.
  var trace: [String] {
    values.map { options.specifications[$0.option].trace($0.raw, of: command) } + (isHelpWanted ? ["\(command): help(bool): (none)"] : [])
  }

  func isGiven(_ option: Int) -> Bool { isGiven[option] }

  private mutating func takeOption(_ word: Word) throws(UsageError) {
    let body = word.text.utf8.dropFirst(2)
    let sign = body.firstIndex(of: UInt8(ascii: "="))
    let name = Substring(body[..<(sign ?? body.endIndex)])
    var value = sign.map { String(Substring(body[body.index(after: $0)...])) }
    if name == "help" {
      if value != nil { throw Self.surplusValue("help", word) }
      isHelpWanted = true
      return
    }
    guard let (index, alias) = options.index(of: name) else {
      if ignoresSurplus { return }
      throw UsageError(
        "command '\(command)' doesn't support option --\(name)", column: word.column,
        suggestions: Suggestions.near(String(name), among: options.specifications.map(\.name)).map { "--" + $0 })
    }
    let option = options.specifications[index]
    if let alias, let implied = alias.value {
      if value != nil { throw Self.surplusValue(alias.name, word) }
      value = implied
    }
    if isGiven[index], option.kind != .arguments {
      if ignoresSurplus { return }
      throw UsageError("option --\(option.name) already seen", column: word.column)
    }
    isGiven[index] = true
    lastFilled = index
    if option.kind == .flag {
      if value != nil { throw Self.surplusValue(option.name, word) }
      values.append(ParsedValue(option: index, raw: nil))
    } else if let value {
      values.append(ParsedValue(option: index, raw: value))
    } else {
      awaiting = index
    }
  }

  private mutating func takeData(_ word: Word) throws(UsageError) {
    dataOnly = dataOnly || passesOptions
    while firstOpen < options.specifications.count {
      if options.isPositional(firstOpen), !isGiven[firstOpen] || options.specifications[firstOpen].kind == .arguments {
        isGiven[firstOpen] = true
        lastFilled = firstOpen
        values.append(ParsedValue(option: firstOpen, raw: word.text))
        return
      }
      firstOpen += 1
    }
    guard !ignoresSurplus else { return }
    let isShort = word.text.hasPrefix("-") && word.text.dropFirst().first?.isLetter == true
    let hint = isShort ? "options behind a command begin with two dashes" : nil
    throw UsageError("unexpected data '\(word.text)'", column: word.column, hint: hint)
  }

  private static func surplusValue(_ name: String, _ word: Word) -> UsageError {
    UsageError("invalid '=' after option --\(name)", column: word.column)
  }

  enum Shape { case option, separator, data }

  /// Only two dashes and an ASCII letter or digit make an option; `-x`, `---x` and `--=x` are data.
  static func shape(of text: String) -> Shape {
    var bytes = text.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "-"), bytes.next() == UInt8(ascii: "-") else { return .data }
    guard let third = bytes.next() else { return .separator }
    switch third {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .option
    default: return .data
    }
  }
}
