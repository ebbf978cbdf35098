import Glibc

/// Bytes for a descriptor, written as they are on a thread of their own. A terminal that takes nothing holds up nobody who gives up.
public actor RawScreen {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  /// Our own way to what the descriptor stands for, which does not block; the descriptor itself where there is none.
  private let descriptor: Int32
  private let isOwn: Bool
  private var origin = OriginMode()

  /// The thread that writes.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// The screen behind a descriptor.
  public init(_ descriptor: Int32 = 1) {
    // A terminal's modes of blocking are shared by all who have it open, unless it is opened anew.
    let own = isatty(descriptor) == 1 ? open("/proc/self/fd/\(descriptor)", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1
    self.descriptor = own >= 0 ? own : descriptor
    isOwn = own >= 0
  }

  deinit {
    executor.stop()
    if isOwn { close(descriptor) }
  }

  /// Writes all bytes.
  ///
  /// Throws `CancellationError` when the task is cancelled before that is done, or when nothing can be written any more.
  public nonisolated func write(_ bytes: [UInt8]) async throws {
    let wake = WakeUp()
    try await withTaskCancellationHandler {
      try await write(bytes, wake)
    } onCancel: {
      wake.fire()
    }
  }

  private func write(_ bytes: [UInt8], _ wake: WakeUp) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      var waits = [
        pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0), pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, 2, -1) >= 0 || errno == EINTR else { throw CancellationError() }
      if waits[1].revents != 0 { throw CancellationError() }
      guard waits[0].revents != 0 else { continue }
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        origin.read(rest.prefix(count))
        TerminalGuard.setOrigin(origin.isOn)
        rest = rest.dropFirst(count)
      } else if errno != EINTR, errno != EAGAIN {
        throw CancellationError()
      }
    }
  }
}
