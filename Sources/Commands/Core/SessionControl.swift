import Drivers

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
}

/// A connection could not be opened. The exit status tells this apart from a command that failed.
public struct ConnectError: Error, Sendable {
  /// What the driver, or the URI's reader, says.
  public let cause: any Error
  /// What the user called the connection; nil when nothing was named.
  public let name: String?
  /// Whether it was to refuse whatever would change something.
  public let isReadOnly: Bool

  /// Wraps what was thrown while a connection was opened.
  public init(_ cause: any Error, to name: String? = nil, readOnly: Bool = false) {
    self.cause = cause
    self.name = name
    isReadOnly = readOnly
  }
}
