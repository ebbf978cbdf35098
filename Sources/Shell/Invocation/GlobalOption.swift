import CommandLanguage

/// The options that stand before the command.
enum GlobalOption: CaseIterable {
  case connect, debug, escape, help, keepaliveInterval, keepaliveCount, log, quiet, readOnly, timing, version, longVersion
  case output, file, keepGoing, within

  /// The one-letter spelling.
  var letter: Character? {
    switch self {
    case .connect: "c"
    case .debug: "d"
    case .escape: "e"
    case .help: "h"
    case .keepaliveInterval: "k"
    case .keepaliveCount: "K"
    case .log: "l"
    case .quiet: "q"
    case .readOnly: "r"
    case .timing: "t"
    case .version: "v"
    case .longVersion: "V"
    case .output: "o"
    case .file: "f"
    case .keepGoing, .within: nil
    }
  }

  /// The long spelling, which may be abbreviated as long as it is unique.
  var name: String? {
    switch self {
    case .connect: "connect"
    case .debug: "debug"
    case .escape: "escape"
    case .help: "help"
    case .keepaliveInterval: "keepalive-interval"
    case .keepaliveCount: "keepalive-count"
    case .log: "log"
    case .quiet: "quiet"
    case .readOnly: "readonly"
    case .timing: "timing"
    case .version: "version"
    case .longVersion: nil
    case .output: "output"
    case .file: "file"
    case .keepGoing: "keep-going"
    case .within: "within"
    }
  }

  enum Argument { case none, required, optional }

  var argument: Argument {
    switch self {
    case .connect, .debug, .escape, .keepaliveInterval, .keepaliveCount, .log, .output, .file, .within: .required
    case .version: .optional
    case .help, .quiet, .readOnly, .timing, .longVersion, .keepGoing: .none
    }
  }

  /// What virsh has too; the rest exists under our own name only.
  var isVirshs: Bool {
    switch self {
    case .output, .file, .keepGoing, .within: false
    default: true
    }
  }

  static func all(in dialect: Dialect) -> [GlobalOption] { dialect == .virsh ? allCases.filter(\.isVirshs) : allCases }
}

/// One option as it was given.
struct GivenOption {
  let option: GlobalOption
  /// The spelling that error messages name: `-k`, `--keepalive-interval`.
  let spelling: String
  let value: String?
}

/// Splits the options off the front of the arguments as `getopt_long` does: letters bundle, long names may be
/// abbreviated, `--` ends them, and so does the first word that is no option.
struct GlobalOptionScanner {
  private let options: [GlobalOption]
  private var rest: ArraySlice<String>
  /// What is left of a bundle of letters, `qr` after `-t` of `-tqr`.
  private var bundle: Substring = ""

  init(_ arguments: [String], dialect: Dialect) {
    options = GlobalOption.all(in: dialect)
    rest = arguments[...]
  }

  /// What follows the options.
  var remaining: [String] { Array(rest) }

  /// The next option, nil at their end; throws ``UsageError`` in virsh's words.
  mutating func next() throws(UsageError) -> GivenOption? {
    if !bundle.isEmpty { return try letter() }
    guard let word = rest.first, word.hasPrefix("-"), word != "-" else { return nil }
    rest.removeFirst()
    if word == "--" { return nil }
    if word.hasPrefix("--") { return try long(word.dropFirst(2)) }
    bundle = word.dropFirst()
    return try letter()
  }

  private mutating func letter() throws(UsageError) -> GivenOption? {
    let letter = bundle.removeFirst()
    guard let option = options.first(where: { $0.letter == letter }) else {
      throw UsageError("unsupported option '-\(letter)'. See --help.")
    }
    guard option.argument == .required else { return GivenOption(option: option, spelling: "-\(letter)", value: nil) }
    let attached = String(bundle)
    bundle = ""
    return GivenOption(option: option, spelling: "-\(letter)", value: attached.isEmpty ? try value(of: option) : attached)
  }

  private mutating func long(_ text: Substring) throws(UsageError) -> GivenOption? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    let matches = options.filter { $0.name == name || $0.name?.hasPrefix(name) == true }
    guard let option = matches.first(where: { $0.name == name }) ?? (matches.count == 1 ? matches[0] : nil) else {
      throw UsageError("unsupported option '--\(text)'. See --help.")
    }
    let spelling = "--" + (option.name ?? name)
    switch (option.argument, attached) {
    case (.none, .some):
      throw UsageError("unsupported option '-\(option.letter.map(String.init) ?? "-" + name)'. See --help.")
    case (.required, nil): return GivenOption(option: option, spelling: spelling, value: try value(of: option))
    default: return GivenOption(option: option, spelling: spelling, value: attached)
    }
  }

  private mutating func value(of option: GlobalOption) throws(UsageError) -> String {
    guard let value = rest.popFirst() else {
      let spellings = [option.letter.map { "'-\($0)'" }, option.name.map { "'--\($0)'" }].compactMap(\.self)
      throw UsageError("option \(spellings.joined(separator: "/")) requires an argument")
    }
    return value
  }
}
