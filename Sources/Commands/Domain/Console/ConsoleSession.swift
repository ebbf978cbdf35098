import Drivers

/// Bytes between a terminal and a guest's console, both ways, until one side ends it.
///
/// The guest is read only as fast as the terminal shows it. A guest that reads nothing holds up no key: what it does not take is kept up
/// to a bound, and refused with a bell beyond.
struct ConsoleSession {
  /// Who ended it.
  enum End: Sendable {
    case user, guest
    /// The user has left; the server is stuck with keys that the guest does not read, and may read nothing more from this connection.
    case stuck
  }

  private enum Step { case left, guestEnded, sent, late }

  let stream: any DriverStream
  let terminal: any RawTerminal
  let escape: UInt8
  let hasTilde: Bool

  /// How many stretches of keys, of 4096 bytes at most, wait for a guest that does not read.
  private static let capacity = 256
  /// How long what was typed before the way out may take to leave, and the server then to let go.
  private static let patience = Duration.seconds(1)

  init(stream: any DriverStream, terminal: any RawTerminal, escape: UInt8, hasTilde: Bool) {
    self.stream = stream
    self.terminal = terminal
    self.escape = escape
    self.hasTilde = hasTilde
  }

  /// Passes bytes on until the end; throws the stream's error, or `CancellationError` when the task is cancelled.
  func run() async throws -> End {
    do {
      let end = try await pass()
      let isConfirmed = await leave()
      return end == .user && !isConfirmed ? .stuck : end
    } catch {
      _ = await leave()
      throw error
    }
  }

  /// Whether the server has let go of the console in time. virsh leaves the cursor where the guest had it.
  private func leave() async -> Bool {
    let isConfirmed = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await stream.abort()
        return !Task.isCancelled
      }
      group.addTask {
        try? await Task.sleep(for: Self.patience)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
    if hasTilde { try? await terminal.show(Array("\r\n".utf8)) }
    return isConfirmed
  }

  private func pass() async throws -> End {
    let (typed, typist) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.capacity))
    return try await withThrowingTaskGroup(of: Step.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await showGuest() }
      group.addTask { try await readKeys(into: typist) }
      group.addTask {
        for await keys in typed { try await stream.write(keys) }
        return .sent
      }
      while let step = try await group.next() {
        switch step {
        case .guestEnded: return .guest
        case .sent, .late: return .user
        case .left:
          group.addTask {
            try await Task.sleep(for: Self.patience)
            return .late
          }
        }
      }
      return .user
    }
  }

  private func showGuest() async throws -> Step {
    while let piece = try await stream.read() {
      if case .data(let bytes) = piece, !bytes.isEmpty { try await terminal.show(bytes) }
    }
    return .guestEnded
  }

  private func readKeys(into typist: AsyncStream<[UInt8]>.Continuation) async throws -> Step {
    defer { typist.finish() }
    var scanner = EscapeScanner(escape: escape, hasTilde: hasTilde)
    while true {
      let keys = try await terminal.keys()
      if keys.isEmpty { return .left }
      for found in scanner.scan(keys) {
        switch found {
        case .keys(let keys):
          if case .dropped = typist.yield(keys) { try await terminal.show([0x07]) }
        case .help: try await terminal.show(Array(help.utf8))
        case .leave(let rest):
          terminal.putBack(rest)
          return .left
        }
      }
    }
  }

  private var help: String {
    let size = terminal.size.map { "\r\nThis terminal's size, for the guest: stty rows \($0.rows) cols \($0.columns)" } ?? ""
    return "\r\nAt the beginning of a line: ~. leaves the console, ~~ sends ~, ~? shows this.\(size)\r\n"
  }
}
