import CommandLanguage
import Presentation

struct Echo: Command {
  static let info = CommandInfo(
    "echo", group: .itself, abstract: "print words", description: "Print the words, quoted for a shell or for XML if asked.",
    needsConnection: false, exclusive: [["shell", "xml"], ["shell", "split"], ["xml", "split"]])
  static let options = OptionTable<Self>(\._shell, \._xml, \._split, \._err, \._words)

  @Flag("shell", "quote them for a shell") var shell
  @Flag("xml", "escape them for XML") var xml
  @Flag("split", "put each item of a comma-separated word on a line of its own") var split
  @Flag("err", "print them as an error") var err
  @Arguments("string", "the words", aliases: ["str", OptionAlias("hi", value: "hello")]) var words

  func run(in context: Context) async throws -> Outcome {
    let text = words.map { word in
      if shell { return word.quotedForShell }
      if xml { return word.escapedForXML }
      return split ? word.commaSeparatedItems.map { $0 + "\n" }.joined() : word
    }.joined(separator: " ")
    if err { return Outcome(diagnostics: words.isEmpty ? [] : [Diagnostic(text)]) }
    return Outcome(Message(text, terminator: ""))
  }
}
