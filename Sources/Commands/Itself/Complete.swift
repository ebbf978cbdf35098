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
    guard !words.isEmpty else { return Outcome(succeeded: false) }
    let fitting = context.dialect == .virsh ? await asVirsh(context) : await forShell(context)
    return Outcome(fitting.isEmpty ? nil : Lines(fitting, key: "word"), succeeded: !fitting.isEmpty)
  }

  /// The words are a line, and so are the candidates.
  private func asVirsh(_ context: Context) async -> [String] {
    let request = context.session.commands.completion(ofWords: words)
    let last = words.last ?? ""
    return await candidates(for: request, context)
      .filter { $0.hasPrefix(request.prefix) }.map { $0.escapedAsVirsh() }.filter { $0.hasPrefix(last) }
  }

  /// The words and the candidates are literal: the shell quotes. What a line of output or of a shell cannot hold is left out.
  private func forShell(_ context: Context) async -> [String] {
    let request = context.session.commands.completion(ofLiteral: words)
    return await candidates(for: request, context)
      .filter { request.admits($0) && sanitized($0, allowing: .none) == $0 }.map { request.lead + $0 }
  }

  private func candidates(for request: CompletionRequest<any Command>, _ context: Context) async -> [String] {
    let completer = Completer(context: context)
    // Names of files are the shell's own business.
    return await request.candidates { $0.kind == Completion.file.kind ? [] : await completer.values(for: $0) }
  }
}
