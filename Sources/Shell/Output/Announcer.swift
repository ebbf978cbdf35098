import LibvirtProtocol
import Presentation
import Synchronization

/// Says what comes by itself, between and during commands: a lost connection, an event.
///
/// While a line is edited it has to appear above it; the line editor gives a way for that.
final class Announcer: Sendable {
  /// How an interactive session shows things while it waits for a line.
  struct Editing: Sendable {
    /// Shows bytes above the line; false when no line is being edited.
    var showAbove: @Sendable ([UInt8]) -> Bool
    /// Shows another prompt in front of the line.
    var setPrompt: @Sendable (PromptState) -> Void
  }

  private let gate: OutputGate
  private let form: OutputForm
  private let editing = Mutex<Editing?>(nil)

  init(gate: OutputGate, form: OutputForm) {
    self.gate = gate
    self.form = form
  }

  /// Lines are edited from now on, or no longer.
  func setEditing(_ editing: Editing?) { self.editing.withLock { $0 = editing } }

  /// Something to say, for standard error.
  func tell(_ diagnostic: Diagnostic) {
    let isJSON = form == .json || form == .jsonl
    if let show = editing.withLock({ $0?.showAbove }), show(isJSON ? diagnostic.json : gate.painted(diagnostic)) { return }
    if isJSON { gate.writeError(diagnostic.json) } else { gate.say(diagnostic) }
    Task { await gate.flush() }
  }

  /// An answer that nobody waited for, for standard output.
  func show(_ answer: any Answer) {
    let options = PageOptions(escapesText: true, showsHeader: false)
    guard let bytes = try? render(answer, as: form == .json ? .jsonl : form, options) else { return }
    if let show = editing.withLock({ $0?.showAbove }), show(bytes) { return }
    gate.write(bytes)
    Task { await gate.flush() }
  }

  /// The prompt has to say something else.
  func promptChanged(_ state: PromptState) { editing.withLock { $0?.setPrompt }?(state) }
}
