import Commands
import LineEditor
import Presentation

extension CommandRunner {
  /// Shows answers as they come, after some that were shown before; tells how many there are now and how they ended.
  ///
  /// A series whose reader is gone ends at once, and quietly: `event --loop | head -1`.
  func showSeries(
    _ live: Live, after count: Int = 0, on output: RedirectedOutput?, at place: ScriptPlace?
  ) async -> (count: Int, end: Live.End) {
    guard let output else { return await series(live, after: count, on: nil, at: place) }
    let task = Task { await series(live, after: count, on: output, at: place) }
    output.onClosed { task.cancel() }
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    output.onClosed(nil)
    return output.isClosed ? (result.count, .finished) : result
  }

  private func series(
    _ live: Live, after count: Int, on output: RedirectedOutput?, at place: ScriptPlace?
  ) async -> (count: Int, end: Live.End) {
    var count = count
    var options = style.pageOptions
    options.showsHeader = count == 0
    if output != nil { options = options.forFile }
    var screen = options.isTerminal && style.form == .table && TerminalSize.canMoveCursor ? RoundScreen() : nil
    do {
      for try await answer in live {
        let bytes: [UInt8]
        if let round = answer as? Round, screen != nil {
          let size = TerminalSize.of(1) ?? .usual
          bytes = screen?.draw(round, columns: size.columns, rows: size.rows, isQuiet: style.isQuiet) ?? []
        } else {
          bytes = try render(answer, as: style.form == .json ? .jsonl : style.form, options)
          complain((answer as? any CommentedAnswer)?.diagnostics ?? [], at: place)
        }
        if let output {
          try await output.stream(bytes)
        } else {
          gate.write(bytes)
          await gate.flush()
        }
        // What has no columns has shown none.
        if answer.rows?.keys.isEmpty != true { options.showsHeader = false }
        count += 1
        if gate.isBroken || output?.isClosed == true { break }
      }
    } catch {
      return (count, .failed(error))
    }
    return (count, .finished)
  }
}
