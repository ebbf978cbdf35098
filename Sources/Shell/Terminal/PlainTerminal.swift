import LineEditor

/// A terminal that can do nothing: lines are read as they come, the terminal itself edits them.
actor PlainTerminal: LineReader {
  private let gate: OutputGate
  private let interruption: CurrentInterruption
  /// Whether a line goes on in the next.
  private let needsMore: @Sendable (String) -> Bool
  private let lines = LineBatches(descriptor: 0)
  /// Lines that came together with the one before.
  private var ahead: [String] = []
  /// What waits for the terminal. Ctrl-C leaves it waiting, for the next line.
  private var reading: Task<[String], Never>?

  init(gate: OutputGate, interruption: CurrentInterruption, needsMore: @escaping @Sendable (String) -> Bool) {
    self.gate = gate
    self.interruption = interruption
    self.needsMore = needsMore
  }

  func readLine(prompt: String) async -> LineInput {
    var text: String?
    while true {
      switch await readOneLine(prompt: text == nil ? prompt : LineEditorConfiguration.continuationPrompt) {
      case .line(let line):
        let whole = text.map { "\($0)\n\(line)" } ?? line
        guard needsMore(whole) else { return .line(whole) }
        text = whole
      case .interrupted: return .interrupted
      // Whoever runs a line that should go on says so.
      case .endOfFile: return text.map { .line($0) } ?? .endOfFile
      }
    }
  }

  private func readOneLine(prompt: String) async -> LineInput {
    gate.write(prompt)
    await gate.flush()
    if !ahead.isEmpty { return .line(ahead.removeFirst()) }
    let (ends, end) = AsyncStream.makeStream(of: [String]?.self)
    interruption.onCancel { end.yield(nil) }
    defer { interruption.onCancel(nil) }
    let reading = self.reading ?? Task { [lines] in (try? await lines.next()) ?? [] }
    self.reading = reading
    Task { end.yield(await reading.value) }
    // The terminal has dropped what was typed.
    guard let batch = await ends.first(where: { _ in true }) ?? nil else { return .interrupted }
    self.reading = nil
    guard let line = batch.first else { return .endOfFile }
    ahead = Array(batch.dropFirst())
    return .line(line)
  }

  func remember(_ line: String) async {}
  func close() async {}
}
