import Drivers
import Presentation

/// What the commands of the shell itself may do to the session.
public protocol SessionControl: Sendable {
  /// The current connection, opened or reopened if need be.
  func connection() async throws -> Connection
  /// Opens another connection and makes it the current one. No name reopens the current one.
  func connect(to name: String?, readOnly: Bool) async throws
  /// The end: nothing is run after the current command.
  func quit() async
  /// All commands, for help and completion.
  var commands: Commands { get }
  /// Changes the working directory; throws ``CommandFailure``.
  func changeDirectory(to path: String) async throws
}
