import Glibc
import LineEditor
import Presentation
import Synchronization

/// The one place where bytes leave the program.
///
/// What is to be written is gathered, standard output and standard error in one order, and leaves in large pieces: when there
/// is much of it, before the program waits for input, and at the end. Gathering never blocks; writing may, when nobody reads,
/// and is done on a thread of its own so that connections stay alive meanwhile.
public final class OutputGate: Sendable {
  private struct State {
    var pieces: [Piece] = []
    var count = 0
    var failure: Int32?
    var isRaw = false
  }

  private struct Piece {
    let descriptor: Int32
    var bytes: [UInt8]
  }

  private static let capacity = 64 * 1024
  private let state = Mutex(State())
  /// Held while bytes are written, so that two writers keep the order.
  private let writing = Mutex(StatusLine())
  private let output: Int32
  private let errors: Int32
  private let log: LogFile?
  /// How messages look on standard error.
  private let palette: Palette
  private let writer = OutputWriter()
  /// While a line is edited on the terminal, what leaves appears above it.
  public let screen = EditorScreen()

  /// A gate to two descriptors, with a log of what goes to standard error.
  public init(output: Int32 = 1, errors: Int32 = 2, log: LogFile? = nil, palette: Palette = .plain) {
    self.output = output
    self.errors = errors
    self.log = log
    self.palette = palette
  }

  /// Whether standard output takes nothing any more, so that nothing more needs to be done.
  public var isBroken: Bool { outputFailure != nil }

  /// Why standard output takes nothing any more, by the system's number: `EPIPE` when its reader is gone.
  public var outputFailure: Int32? { state.withLock { $0.failure } }

  /// Whether so much is gathered that it should leave.
  public var isFull: Bool { state.withLock { $0.count >= Self.capacity } }

  /// Adds to standard output.
  public func write(_ bytes: some Collection<UInt8>) { add(bytes, to: output) }

  /// Adds text to standard output.
  public func write(_ text: String) { write(text.utf8) }

  /// Adds to standard error.
  public func writeError(_ bytes: [UInt8]) {
    add(bytes, to: errors)
    log?.append(bytes)
  }

  /// Adds a message to standard error, with the place in a script that it is about. It is painted where that can be; the log has
  /// the bare text.
  public func say(_ diagnostic: Diagnostic, at place: String = "") {
    let place = Array(sanitized(place).utf8)
    add(place + diagnostic.bytes(in: palette), to: errors)
    log?.append(place + diagnostic.bytes)
  }

  /// Lets what is gathered leave, and waits until it has.
  public func flush() async {
    guard state.withLock({ $0.count > 0 }) else { return }
    await writer.write(self)
  }

  /// The same on the caller's own thread: for the end of the program.
  public func flushNow() {
    writing.withLock { status in
      if let bytes = status.erase() { _ = Self.writeAll(bytes[...], to: errors) }
      var (pieces, failure) = state.withLock { state in
        defer {
          state.pieces = []
          state.count = 0
        }
        return (state.pieces, state.failure)
      }
      for piece in pieces where piece.descriptor != output || failure == nil {
        if let code = leave(piece), piece.descriptor == output {
          failure = code
          state.withLock { $0.failure = code }
        }
      }
    }
  }

  /// A command begins to wait; what is returned lets it show what for.
  func openStatusLine() -> Int { writing.withLock { $0.open() } }

  /// Shows what is waited for, unless the wait is over.
  func show(_ text: String, on line: Int) async { await writer.show(text, on: line, self) }

  /// The same on the caller's own thread.
  func showNow(_ text: String, on line: Int) {
    writing.withLock { status in
      if let bytes = status.show(text, on: line, width: (TerminalSize.of(errors) ?? .usual).columns) {
        _ = Self.writeAll(bytes[...], to: errors)
      }
    }
  }

  /// The wait is over.
  func closeStatusLine() {
    writing.withLock { status in
      status.close()
      if let bytes = status.erase() { _ = Self.writeAll(bytes[...], to: errors) }
    }
  }

  /// Lets somebody else have the terminal: what is gathered leaves before, and nothing is told meanwhile of what is waited for.
  func withTerminalLent<Result: Sendable>(_ body: () async throws -> Result) async rethrows -> Result {
    await flush()
    writing.withLock { status in
      status.pause()
      if let bytes = status.erase() { _ = Self.writeAll(bytes[...], to: errors) }
    }
    defer { writing.withLock { $0.resume() } }
    return try await body()
  }

  /// From now on the terminal takes a newline for no more than the next line, so that what is told meanwhile begins lines itself; or not
  /// any more.
  func setScreenIsRaw(_ isRaw: Bool) { state.withLock { $0.isRaw = isRaw } }

  /// Adds the progress of long work to standard error: it is no message for the log.
  func writeProgress(_ text: String) { add(text.utf8, to: errors) }

  private func add(_ bytes: some Collection<UInt8>, to descriptor: Int32) {
    state.withLock { state in
      state.count += bytes.count
      if let last = state.pieces.indices.last, state.pieces[last].descriptor == descriptor {
        state.pieces[last].bytes += bytes
      } else {
        state.pieces.append(Piece(descriptor: descriptor, bytes: Array(bytes)))
      }
    }
  }

  /// Nil when all was taken, else the system's reason.
  private func leave(_ whole: Piece) -> Int32? {
    var piece = whole
    guard piece.descriptor == output || isatty(piece.descriptor) == 1 else { return Self.writeAll(piece.bytes[...], to: piece.descriptor) }
    if state.withLock({ $0.isRaw }), isatty(piece.descriptor) == 1 { piece.bytes = Self.forRawScreen(piece.bytes) }
    var failure: Int32?
    screen.show(piece.bytes) { failure = Self.writeAll(piece.bytes[...], to: piece.descriptor) }
    return failure
  }

  private static func forRawScreen(_ bytes: [UInt8]) -> [UInt8] {
    Array("\r\n".utf8) + bytes.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [$0] }
  }

  /// Nil when all was taken, else the system's reason.
  private static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
