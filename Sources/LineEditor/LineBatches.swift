import Glibc

/// Lines of a file or pipe, read on a thread of its own so that waiting for them blocks nothing else.
public actor LineBatches {
  private nonisolated let executor = ThreadExecutor()
  private var source: LineSource
  private let owned: Int32?

  /// The thread that waits for input.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Lines from a descriptor; it is closed at the end if it is `owned`.
  public init(descriptor: Int32, owned: Bool = false) {
    source = LineSource(descriptor: descriptor)
    self.owned = owned ? descriptor : nil
  }

  deinit {
    executor.stop()
    if let owned { close(owned) }
  }

  /// Waits for a line and gives it with those that are there already, 512 at most; nothing at the end.
  public func next() throws -> [String] {
    guard let first = try source.next() else { return [] }
    var batch = [first]
    while batch.count < 512, source.isLineReady(), let line = try source.next() { batch.append(line) }
    return batch
  }
}
