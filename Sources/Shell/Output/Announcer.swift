import Presentation

/// Says what comes by itself, between and during commands: a lost connection, an event. While a line is edited it appears above it.
struct Announcer: Sendable {
  let gate: OutputGate
  let form: OutputForm
  let prompt: PromptText

  /// Something to say, for standard error.
  func tell(_ diagnostic: Diagnostic) {
    if form == .json || form == .jsonl { gate.writeError(diagnostic.json) } else { gate.say(diagnostic) }
    Task { [gate] in await gate.flush() }
  }

  /// Passes a line on that another program says, as it is.
  func pass(_ line: String) {
    if form == .json || form == .jsonl { return tell(Diagnostic(line, severity: .note)) }
    gate.writeError(Array("\(sanitized(line))\n".utf8))
    Task { [gate] in await gate.flush() }
  }

  /// An answer that nobody waited for, for standard output.
  func show(_ answer: any Answer) {
    let options = PageOptions(escapesText: true, showsHeader: false)
    guard let bytes = try? render(answer, as: form == .json ? .jsonl : form, options) else { return }
    gate.write(bytes)
    Task { [gate] in await gate.flush() }
  }

  /// The prompt of the line that is being edited has to say something else.
  func promptChanged(_ state: PromptState) { gate.screen.setPrompt(prompt.text(state)) }
}
