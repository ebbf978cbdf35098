import Drivers
import LibvirtProtocol

/// What the commands of the shell itself may do to the session.
public protocol SessionControl: Sendable {
  /// The current connection, opened or reopened if need be.
  func connection() async throws -> Connection
  /// Opens another connection and makes it the current one. No name reopens the current one.
  ///
  /// Without a wish for `readOnly` the current one opened again stays what it was, and another may change things. Each stage is
  /// told with its time when that `isVerbose`.
  func connect(to name: String?, readOnly: Bool?, isVerbose: Bool) async throws
  /// Closes the connection. None is opened again before the user asks for it.
  func disconnect() async
  /// How things stand, without opening anything.
  var status: SessionStatus { get async }
  /// Shows events of these kinds as they happen, of one domain or of all, until they are unsubscribed or another host is
  /// connected to. They survive a lost connection.
  func subscribe(_ kinds: [DomainEventID], _ domain: DomainRef?) async throws
  /// Ends all subscriptions; how many there were.
  func unsubscribe() async -> Int
  /// Whether the user, who is shown the question, wants it to be done. Nil where nobody is to be asked: in scripts.
  func confirm(_ question: String) async throws -> Bool?
  /// The end: nothing is run after the current command.
  func quit() async
  /// No more lines are read from standard input.
  func closeInput() async
  /// All commands, for help and completion.
  var commands: Commands { get }
}

/// How a session stands to its hypervisor.
public enum SessionStatus: Sendable {
  /// Nothing is open; the name is what a command would open, nil for none at all.
  case notConnected(name: String?)
  /// A connection is open.
  case connected(Connection)
  /// The connection was lost, and is being opened again.
  case reconnecting(Reconnection)
}

/// The attempts to open a lost connection again.
public struct Reconnection: Sendable {
  /// What is opened.
  public var name: String
  /// Whether it will refuse whatever changes something.
  public var isReadOnly: Bool
  /// When the connection was lost.
  public var since: ContinuousClock.Instant
  /// How often it was tried in vain.
  public var attempts = 0
  /// What went wrong the last time.
  public var error: (any Error)?

  /// A connection that was lost at `since`.
  public init(name: String, isReadOnly: Bool, since: ContinuousClock.Instant) {
    self.name = name
    self.isReadOnly = isReadOnly
    self.since = since
  }
}

/// A connection could not be opened. The exit status tells this apart from a command that failed.
public struct ConnectError: Error, Sendable {
  /// What the driver, or the URI's reader, says.
  public let cause: any Error
  /// What the user called the connection; nil when nothing was named.
  public let name: String?
  /// Whether it was to refuse whatever would change something.
  public let isReadOnly: Bool
  /// The connection that is still the current one, by name; nil when there is none.
  public let remaining: String?

  /// Wraps what was thrown while a connection was opened.
  public init(_ cause: any Error, to name: String? = nil, readOnly: Bool = false, remaining: String? = nil) {
    self.cause = cause
    self.name = name
    isReadOnly = readOnly
    self.remaining = remaining
  }
}
