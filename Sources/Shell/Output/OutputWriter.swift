import LineEditor

/// The thread that writes, so that a reader who stops reading holds up nothing but the output.
///
/// It is started by the first write that is worth a thread.
actor OutputWriter {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  deinit { executor.stop() }

  func write(_ gate: OutputGate) { gate.flushNow() }

  func show(_ text: String, on line: Int, _ gate: OutputGate) { gate.showNow(text, on: line) }
}
