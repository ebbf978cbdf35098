import Synchronization

/// The host of `test:///default`: one for all connections of the process, thrown away when the last is closed.
enum DefaultHost {
  /// A connection's share in the host. The host ends with the last of them.
  final class Lease: Sendable {
    let host: TestHost

    fileprivate init(_ host: TestHost) { self.host = host }
  }

  private struct Current {
    weak var lease: Lease?
  }

  private static let state = Mutex(Current())

  /// A share in the host that is there, or in a new one.
  static func lease() -> Lease {
    state.withLock { current in
      if let lease = current.lease { return lease }
      let lease = Lease(TestHost(.default, uri: "test:///default"))
      current.lease = lease
      return lease
    }
  }
}
