import Glibc
import Synchronization

/// The one place where bytes leave the program.
///
/// Standard output is gathered and written in large pieces: before anything goes to standard error, before the program
/// waits for input, and at the end. So the two streams keep their order wherever they end up.
public final class OutputGate: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var isBroken = false
  }

  private static let capacity = 64 * 1024
  private let state = Mutex(State())
  private let output: Int32
  private let errors: Int32
  private let log: LogFile?

  /// A gate to two descriptors, with a log of what goes to standard error.
  public init(output: Int32 = 1, errors: Int32 = 2, log: LogFile? = nil) {
    self.output = output
    self.errors = errors
    self.log = log
  }

  /// Whether the reader of standard output is gone, so that nothing more needs to be done.
  public var isBroken: Bool { state.withLock { $0.isBroken } }

  /// Adds to standard output.
  public func write(_ bytes: some Collection<UInt8>) {
    state.withLock { state in
      state.buffer += bytes
      if state.buffer.count >= Self.capacity { flush(&state) }
    }
  }

  /// Adds text to standard output.
  public func write(_ text: String) { write(text.utf8) }

  /// Writes to standard error, after what standard output still holds.
  public func writeError(_ bytes: [UInt8]) {
    state.withLock { state in
      flush(&state)
      _ = Self.writeAll(bytes[...], to: errors)
    }
    log?.append(bytes)
  }

  /// Writes what is gathered.
  public func flush() { state.withLock { flush(&$0) } }

  private func flush(_ state: inout State) {
    guard !state.buffer.isEmpty else { return }
    if !state.isBroken, !Self.writeAll(state.buffer[...], to: output) { state.isBroken = true }
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// False when nobody reads any more.
  private static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
