import CommandLanguage
import Presentation

struct Help: Command {
  static let info = CommandInfo(
    "help", group: .itself, abstract: "explain commands", description: "List the commands, those of a group, or explain one.",
    needsConnection: false, ignoresSurplus: true)
  static let options = OptionTable<Self>(\._command)
  @Option("command", "a command, or the name of a group", complete: .command) var command: Given<String>

  func run(in context: Context) async throws -> Outcome {
    guard let name = command.raw, !name.isEmpty else { return Outcome(HelpText(context.session.commands.help())) }
    do {
      return Outcome(HelpText(try context.session.commands.help(for: name)))
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

private struct HelpText: Answer {
  let lines: [String]
  init(_ lines: [String]) { self.lines = lines }
  func write(on page: inout Page) { for line in lines { page.line(line) } }
  func encode(to encoder: any Encoder) throws {
    try Record(keys: ["help"], values: [.string(lines.joined(separator: "\n"))]).encode(to: encoder)
  }
}

/// Does nothing: virsh has it for its own build.
struct SelfTest: Command {
  static let info = CommandInfo(
    "self-test", group: .itself, abstract: "check the command table", description: "Check that all commands are declared soundly.",
    hidden: true, needsConnection: false)
  static let options = OptionTable<Self>(\._completersMissing)
  @Flag("completers-missing", "list options that nothing completes") var completersMissing

  func run(in context: Context) async throws -> Outcome {
    guard completersMissing else { return .done }
    let missing = context.session.commands.entries.flatMap { entry in
      entry.options.specifications.filter { $0.kind == .string && $0.completion == .none }.map { "\(entry.info.name) \($0.name)" }
    }
    return Outcome(Lines(missing, key: "option"))
  }
}
