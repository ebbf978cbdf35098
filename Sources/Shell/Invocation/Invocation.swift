import CommandLanguage
import Commands
import Drivers
import Presentation

/// What the command line asks for: options, and what is to be run.
public struct Invocation: Sendable {
  /// What is run.
  public enum Source: Sendable, Hashable {
    /// No command: the terminal or standard input.
    case standardInput
    /// One argument: a string of commands.
    case string(String)
    /// Several arguments: the words of one command.
    case words([String])
    /// A file of commands.
    case file(String)
  }

  /// Something to print instead of running.
  public enum Notice: Sendable, Hashable { case help, version, longVersion }

  /// virsh's ways or our own, by the name the program was called.
  public var dialect: Dialect
  /// The last part of the name the program was called by.
  public var programName: String
  /// `-c`: opened before anything runs.
  public var uri: String?
  /// `-r`
  public var isReadOnly = false
  /// `-q`
  public var isQuiet = false
  /// `-t`
  public var showsTiming = false
  /// `-d`, 0 (all) to 4 (errors only).
  public var debugLevel = 4
  /// `-l`
  public var logFile: String?
  /// `-e`: the key that leaves a console; Ctrl-] unless said otherwise.
  public var escape = EscapeKey.usual
  /// `-k`, `-K`
  public var keepalive = KeepaliveSettings()
  /// `--output`
  public var form = OutputForm.table
  /// `--within`: how long a command may take.
  public var timeLimit: Duration?
  /// `--keep-going`
  public var keepsGoing = false
  /// How many lines the history keeps; 0 for none.
  public var historySize = 500
  /// Something to print instead of running.
  public var notice: Notice?
  /// What is run.
  public var source = Source.standardInput
  /// Complaints that do not stop us.
  public var warnings: [String] = []

  /// Reads the arguments behind the program's own name; throws ``UsageError`` in virsh's words.
  public init(programPath: String, arguments: [String]) throws(UsageError) {
    programName = String(programPath.split(separator: "/").last ?? "virtsh")
    dialect = programName == "virsh" ? .virsh : .virtsh
    var scanner = GlobalOptionScanner(arguments, dialect: dialect)
    while let given = try scanner.next() {
      try apply(given)
      if notice != nil { return }
    }
    let rest = scanner.remaining
    if case .file = source {
      guard rest.isEmpty else { throw UsageError("--file and a command on the command line exclude each other") }
      return
    }
    switch rest.count {
    case 0: source = .standardInput
    case 1: source = .string(rest[0])
    default: source = .words(rest)
    }
  }

  private mutating func apply(_ given: GivenOption) throws(UsageError) {
    let value = given.value ?? ""
    switch given.option {
    case .connect: uri = value
    case .readOnly: isReadOnly = true
    case .quiet: isQuiet = true
    case .timing: showsTiming = true
    case .debug: try setDebugLevel(value, given.spelling)
    case .log: logFile = value
    case .escape: escape = EscapeKey(try Self.escapeByte(value), text: value)
    case .keepaliveInterval:
      keepalive.interval = try Self.keepaliveNumber(value, given.spelling)
      keepalive.isExplicit = true
    case .keepaliveCount:
      keepalive.count = try Self.keepaliveNumber(value, given.spelling)
      keepalive.isExplicit = true
    case .help: notice = .help
    case .version: notice = value == "long" ? .longVersion : .version
    case .longVersion: notice = .longVersion
    case .keepGoing: keepsGoing = true
    case .within:
      guard let seconds = Double(value), seconds > 0, seconds <= 1e9 else {
        throw UsageError("option \(given.spelling) takes a number of seconds, not '\(value)'")
      }
      timeLimit = .seconds(seconds)
    case .file: source = .file(value)
    case .output:
      guard let form = OutputForm(rawValue: value) else {
        throw .unknownForm(value)
      }
      self.form = form
    }
  }

  private mutating func setDebugLevel(_ text: String, _ spelling: String) throws(UsageError) {
    guard let level = Int32(text) else { throw UsageError("option \(spelling) takes a numeric argument") }
    if (0...4).contains(level) {
      debugLevel = Int(level)
    } else {
      warnings.append("ignoring debug level \(level) out of range [0-4]")
    }
  }

  /// Decimal, `0x` and octal, as C's `strtol` with base 0 reads them.
  private static func keepaliveNumber(_ argument: String, _ spelling: String) throws(UsageError) -> Int {
    let text = argument.drop { $0.isASCII && $0.isWhitespace }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let magnitude: Int32? =
      if digits.lowercased().hasPrefix("0x") {
        Int32(digits.dropFirst(2), radix: 16)
      } else if digits.hasPrefix("0"), digits.count > 1 {
        Int32(digits, radix: 8)
      } else {
        digits.first?.isNumber == true ? Int32(digits) : nil
      }
    guard let magnitude else { throw UsageError("Invalid value for option \(spelling)") }
    guard !isNegative || magnitude == 0 else { throw UsageError("option \(spelling) requires a positive integer argument") }
    return Int(magnitude)
  }

  /// One character, or `^` and a control letter.
  private static func escapeByte(_ text: String) throws(UsageError) -> UInt8 {
    let bytes = Array(text.utf8)
    if bytes.count == 1, bytes[0] != UInt8(ascii: "^") { return bytes[0] }
    if bytes.count == 2, bytes[0] == UInt8(ascii: "^") {
      let letter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[1]) ? bytes[1] - 0x20 : bytes[1]
      if (UInt8(ascii: "@")...UInt8(ascii: "_")).contains(letter) { return letter & 0x1f }
    }
    throw UsageError("Invalid string '\(text)' for escape sequence")
  }
}

extension UsageError {
  /// `--output` names no form.
  static func unknownForm(_ name: String) -> UsageError {
    let known = OutputForm.allCases.map(\.rawValue).joined(separator: ", ")
    return UsageError("unknown output form '\(name)'; the forms are \(known)")
  }
}
