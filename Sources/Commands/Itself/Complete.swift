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
    // virsh lets nobody type anything in the middle of completion.
    if context.dialect == .virsh { await context.session.closeInput() }
    if context.dialect == .virtsh, namesAFile(context) { return .done }
    let fitting = context.dialect == .virsh ? await asVirsh(context) : await forShell(context)
    return Outcome(fitting.isEmpty ? nil : Lines(fitting, key: "word"), succeeded: !fitting.isEmpty)
  }

  /// The words are a line, and so are the candidates.
  private func asVirsh(_ context: Context) async -> [String] {
    let request = context.session.commands.completion(ofWords: words)
    let last = words.last ?? ""
    return await candidates(for: request, context).map { $0.escapedAsVirsh() }.filter { $0.hasPrefix(last) }
  }

  /// The words and the candidates are literal: the shell quotes. What a line of output or of a shell cannot hold is left out.
  private func forShell(_ context: Context) async -> [String] {
    let request = context.session.commands.completion(ofLiteral: words)
    return await candidates(for: request, context).filter { sanitized($0, allowing: .none) == $0 }.map { request.lead + $0 }
  }

  /// Whether the last word names a file. Success without a candidate tells the shell so, which knows files better.
  private func namesAFile(_ context: Context) -> Bool {
    let request = context.session.commands.completion(ofLiteral: words)
    guard case .value(let option, _) = request.target, option.completion == .file else { return false }
    return !request.isBare || !request.prefix.hasPrefix("-")
  }

  private func candidates(for request: CompletionRequest<any Command>, _ context: Context) async -> [String] {
    let completer = Completer(context: context)
    // virsh leaves names of files to the shell.
    return await request.candidates { $0.kind == Completion.file.kind ? [] : await completer.values(for: $0) }
  }
}
