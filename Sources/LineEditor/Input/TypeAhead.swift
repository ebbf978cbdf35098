import Synchronization

/// Keys that were typed before anybody asked for them.
public final class TypeAhead: Sendable {
  private let bytes: Mutex<[UInt8]>

  init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

  /// Takes all of them.
  public func take() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }

  /// Puts keys behind those that are there, for whoever reads next.
  public func put(_ more: [UInt8]) { bytes.withLock { $0 += more } }
}
