import CommandLanguage
import Commands
import Glibc
import LineEditor
import Processes
import Synchronization

/// The place that a command's answer goes to instead of standard output: programs, a file, or a file behind programs.
///
/// Everything that may block is done on a thread of its own. An answer is kept until the command has succeeded or its answers come
/// over time; programs start when there is something for them.
actor RedirectedOutput {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  private let destination: Destination
  private let gate: OutputGate
  private let interruption: CurrentInterruption
  private nonisolated let reading = Mutex(Reading())

  private var file: OutputFile?
  private var programs: [RunningProgram] = []
  /// What is written to: the first program or the file.
  private var descriptor: Int32 = -1
  private var pending: [UInt8] = []
  private var isStarted = false

  private struct Reading {
    var isOver = false
    var end: (@Sendable () -> Void)?
  }

  /// A place that is not opened yet. What `gate` holds is written before a program writes.
  init(_ destination: Destination, gate: OutputGate, interruption: CurrentInterruption) {
    self.destination = destination
    self.gate = gate
    self.interruption = interruption
  }

  deinit { executor.stop() }

  /// The thread that writes.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Whether nobody reads any more, so that nothing needs to be written.
  nonisolated var isClosed: Bool { reading.withLock { $0.isOver } }

  /// Calls `end` when nobody reads any more.
  nonisolated func onClosed(_ end: (@Sendable () -> Void)?) {
    let isOver = reading.withLock { reading in
      reading.end = end
      return reading.isOver
    }
    if isOver { end?() }
  }

  /// Opens the file; throws what stands in the way.
  func open() throws {
    file = try destination.file.map { file throws(CommandFailure) in try OutputFile(file) }
  }

  /// Keeps a part of the answer for the end.
  func write(_ bytes: [UInt8]) { pending += bytes }

  /// Lets a part of an answer that comes over time go at once.
  func stream(_ bytes: [UInt8]) async throws {
    try await start()
    try file?.publish()
    try send(pending + bytes)
    pending = []
  }

  /// Lets the answer go, waits for the programs, and throws what failed there. After a failed command a file stays as it was; only an
  /// answer that came over time is kept as far as it got.
  func finish(succeeded: Bool) async throws {
    do {
      if succeeded || file == nil && !pending.isEmpty { try await start() }
      if isStarted { try send(pending) }
      try await waitForPrograms()
      if succeeded { try file?.publish() }
      try file?.close()
    } catch {
      try? await waitForPrograms()
      try? file?.close()
      throw error
    }
  }

  private func start() async throws {
    guard !isStarted else { return }
    // Ctrl-C was meant for the programs, too.
    if interruption.wasInterrupted || Task.isCancelled { throw CancellationError() }
    isStarted = true
    await gate.flush()
    file?.begin()
    guard !destination.programs.isEmpty else {
      descriptor = file?.descriptor ?? -1
      return
    }
    for (index, words) in destination.programs.enumerated().reversed() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw CommandFailure("cannot make a pipe: \(String(cString: strerror(errno)))") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let isLast = index == destination.programs.count - 1
      defer {
        close(ends[0])
        if !isLast { close(descriptor) }
        descriptor = ends[1]
      }
      do throws(ProgramFailure) {
        programs.insert(try RunningProgram(words, input: ends[0], output: isLast ? file?.descriptor : descriptor), at: 0)
      } catch {
        throw RunningProgram.failure(words.first ?? "", error)
      }
    }
    interruption.shareKeys { [programs] byKey in
      if !(byKey && Self.hasTerminal) { Self.interrupt(programs) }
    }
    // The key may have been pressed before they could hear it.
    if interruption.wasInterrupted || Task.isCancelled { Self.interrupt(programs) }
    if let first = programs.first {
      Task {
        _ = await first.end()
        endReading()
      }
    }
  }

  private nonisolated func endReading() {
    reading.withLock { reading in
      reading.isOver = true
      return reading.end
    }?()
  }

  private func send(_ bytes: [UInt8]) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty, !isClosed {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        endReading()
      } else if errno != EINTR {
        throw file?.failure("write")
          ?? CommandFailure("cannot write to '\(programs.first?.name ?? "")': \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Closes the programs' input and waits for all; throws what the first that failed has to tell.
  private func waitForPrograms() async throws {
    if descriptor >= 0, descriptor != file?.descriptor { close(descriptor) }
    descriptor = -1
    let running = programs
    programs = []
    var failure: (any Error)?
    for (index, program) in running.enumerated() {
      switch await program.end() {
      case .exited(0): break
      // The program behind it had enough.
      case .killed(signal: SIGPIPE) where index < running.count - 1: break
      case .killed(signal: SIGINT): failure = failure ?? CancellationError()
      case .exited(let status): failure = failure ?? CommandFailure("'\(program.name)' ended with status \(status)")
      case .killed(let signal):
        failure = failure ?? CommandFailure("'\(program.name)' was ended by signal \(signal) (\(String(cString: strsignal(signal))))")
      }
    }
    interruption.keepKeys()
    if let failure { throw failure }
  }

  private static func interrupt(_ programs: [RunningProgram]) {
    for program in programs { program.signal(SIGINT) }
  }

  /// Whether a terminal tells the programs of Ctrl-C, as it tells us.
  private static var hasTerminal: Bool {
    let terminal = Glibc.open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return tcgetpgrp(terminal) == getpgrp()
  }
}
