import CommandLanguage
import Presentation

struct Watch: Command {
  static let info = CommandInfo(
    "watch", group: .itself, abstract: "repeat a command",
    description: """
      Repeat a command that only reads, every 2 seconds or as many as the first word says, until Ctrl-C.
      On a terminal each answer is drawn over the one before, and what changed is marked.
      The command is the rest of the words up to ';': watch 5 list --all
      """,
    passesOptions: true, ours: true)
  static let options = OptionTable<Self>(\._interval, \._count, \._words)

  @Option("interval", "seconds from one round to the next, 0.1 at least", positional: false) var interval: Given<RoundInterval>
  @Option("count", "end after this many rounds", positional: false) var count: Given<UInt32>
  @Arguments("command", "the seconds, if it is not every 2, and the command", .required, emptyOK: true) var words

  func run(in context: Context) async throws -> Outcome {
    var words = words[...]
    var interval = try interval.value() ?? .standard
    // No command begins with a digit.
    if let first = words.first, let byte = first.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      interval = try RoundInterval.parse(first, option: "interval")
      words.removeFirst()
    }
    let count = try count.value()
    if count == 0 { throw UsageError.malformedNumber("0", option: "count") }
    let command = try Self.command(words, in: context)
    guard command.info.group != .itself, command.info.group != .events else {
      throw UsageError("watch cannot repeat '\(command.info.name)': it repeats commands that ask a hypervisor")
    }
    try command.checkExclusive()
    let rounds = Rounds(
      of: command, title: "Every \(interval.text) s: \(words.map(\.quotedForShell).joined(separator: " "))", every: interval.duration,
      count: count.map(Int.init), in: context)
    return Outcome(live: Live(rounds) { end, _ in rounds.conclusion(end) })
  }

  /// The command that the words say.
  private static func command(_ words: ArraySlice<String>, in context: Context) throws(UsageError) -> ParsedCommand<any Command> {
    let line = LexedLine(arguments: Array(words), dialect: context.dialect)
    do throws(UsageError) {
      guard let command = try context.session.commands.parse(line).first else { throw UsageError("watch needs a command") }
      // The answers are those of `watch`.
      if let form = command.raw("output") { throw UsageError("--output stands in front of the command: watch --output \(form) …") }
      return command
    } catch {
      // The words stand elsewhere on the line that was typed.
      throw UsageError(lines: error.lines, suggestions: error.suggestions)
    }
  }
}

/// The seconds from one round of `watch` to the next: a decimal number, 0.1 to a day.
struct RoundInterval: OptionValue {
  let text: String
  let duration: Duration

  static let standard = RoundInterval(text: "2", duration: .seconds(2))
  static var isNumber: Bool { true }

  static func parse(_ text: String, option: String) throws(UsageError) -> RoundInterval {
    let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, let seconds = Double(text), (0.1...86400).contains(seconds) else { throw .malformedNumber(text, option: option) }
    return RoundInterval(text: text, duration: .seconds(seconds))
  }
}
