import Drivers
import Synchronization

/// The connection that a command began with: it keeps it to its end, even when the session has another by then.
final class HeldConnection: Sendable {
  private let held = Mutex<Connection?>(nil)

  /// The connection, once it was asked for.
  var connection: Connection? { held.withLock { $0 } }

  /// The connection that was held before, or now this one.
  func hold(_ connection: Connection) -> Connection {
    held.withLock { held in
      if let held { return held }
      held = connection
      return connection
    }
  }
}
