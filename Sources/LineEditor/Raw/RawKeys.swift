import Glibc

/// Keys from a descriptor as they come, read on a thread of their own.
public actor RawKeys {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  private let descriptor: Int32
  /// What is read first: keys that were typed ahead.
  private var first: [UInt8]

  /// The thread that waits for keys.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Keys of a descriptor, behind those that were typed ahead.
  public init(_ descriptor: Int32 = 0, after first: [UInt8] = []) {
    self.descriptor = descriptor
    self.first = first
  }

  deinit { executor.stop() }

  /// The next keys, at most 4096 bytes; empty once no more will come.
  ///
  /// Throws `CancellationError` when the task is cancelled.
  public nonisolated func next() async throws -> [UInt8] {
    let wake = WakeUp()
    return try await withTaskCancellationHandler {
      try await read(wake)
    } onCancel: {
      wake.fire()
    }
  }

  private func read(_ wake: WakeUp) throws -> [UInt8] {
    if !first.isEmpty {
      defer { first = [] }
      return first
    }
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      var waits = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, 2, -1) >= 0 || errno == EINTR else { return [] }
      if waits[1].revents != 0 { throw CancellationError() }
      guard waits[0].revents != 0 else { continue }
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      return Array(piece.prefix(max(0, count)))
    }
  }
}
