import CommandLanguage
import Libvirt
import Presentation

struct Complete: Command {
  static let info = CommandInfo(
    "complete", group: .itself, abstract: "list what could follow", description: "List what the last word could become, one a line.",
    hidden: true, needsConnection: false)
  static let options = OptionTable<Self>(\._words)
  @Arguments("string", "the words so far", emptyOK: true) var words

  func run(in context: Context) async throws -> Outcome {
    guard let last = words.last else { return Outcome(succeeded: false) }
    let request = context.session.commands.completion(ofWords: words)
    let candidates: [String]
    switch request.target {
    case .commands(let names): candidates = names
    case .options(let names): candidates = names
    // Names of files are the shell's own business.
    case .value(let option, _) where option.completion == .file: candidates = []
    case .value(let option, let command):
      candidates = await Completer(context: context).values(of: option.completion.kind, prefix: request.prefix, command: command)
    case .nothing: candidates = []
    }
    let fitting = candidates.filter { $0.hasPrefix(request.prefix) && $0.hasPrefix(last) }
    return Outcome(fitting.isEmpty ? nil : Lines(fitting, key: "word"), succeeded: !fitting.isEmpty)
  }
}
