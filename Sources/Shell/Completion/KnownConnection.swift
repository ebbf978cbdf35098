import Commands
import Drivers

/// A session for completion: one connection, and none is opened.
struct KnownConnection: SessionControl {
  let connection: Connection?
  let commands: Commands

  func connection() async throws -> Connection {
    guard let connection else { throw NotConnected() }
    return connection
  }

  func connect(to name: String?, readOnly: Bool) async throws { throw NotConnected() }
  func quit() async {}
}
