import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import LibvirtProtocol
import Presentation

/// What holds from one command to the next: the current connection, or none, and the wish to leave.
public actor Session: SessionControl {
  /// All commands.
  public nonisolated let commands: Commands
  private let opener: ConnectionOpener
  private let dialect: Dialect
  /// Whether a failed `connect` leaves no connection, as it must in a script: nothing may run on a host that the script did not name.
  private let isScript: Bool

  private var name: String?
  private var isReadOnly: Bool
  private var current: Connection?
  private var state = State.fresh
  /// The end of a connection is told by whoever comes first: the watcher, or the command that meets it.
  private let notices: @Sendable (Diagnostic) -> Void
  private(set) var isLeaving = false

  private enum State {
    /// No connection was opened yet.
    case fresh
    /// There was one, and it went away.
    case lost
    /// There was one, it went away, and another attempt failed.
    case lostAgain
    /// A `connect` failed in a script.
    case abandoned
    case connected
  }

  /// A session that will connect to `name` when the first command needs it.
  public init(
    commands: Commands, opener: ConnectionOpener, dialect: Dialect, name: String?, isReadOnly: Bool, isScript: Bool,
    notices: @escaping @Sendable (Diagnostic) -> Void
  ) {
    self.commands = commands
    self.opener = opener
    self.dialect = dialect
    self.name = name
    self.isReadOnly = isReadOnly
    self.isScript = isScript
    self.notices = notices
  }
}

extension Session {
  /// The current connection, opened or reopened if need be.
  public func connection() async throws -> Connection {
    if let current, current.closeReason == nil { return current }
    if let current {
      self.current = nil
      state = .lost
      await current.close()
    }
    switch state {
    case .abandoned: throw NotConnected()
    case .lost where dialect == .virtsh && isScript: throw NotConnected()
    case .lost, .lostAgain: return try await reconnect()
    case .fresh, .connected:
      return try await explained("failed to connect to the hypervisor") { try await open(name, readOnly: isReadOnly) }
    }
  }

  /// Opens another connection and makes it the current one.
  ///
  /// As `virsh` the old connection is closed before; its name stays when the new one fails. Else the new one is opened first; if
  /// that fails in a script, no connection is left.
  public func connect(to newName: String?, readOnly: Bool) async throws {
    let target = newName ?? name
    let isTargetReadOnly = newName == nil ? readOnly || isReadOnly : readOnly
    let old = current
    if dialect == .virsh {
      current = nil
      state = .fresh
      await old?.close()
    }
    do {
      try await open(target, readOnly: isTargetReadOnly)
      name = target
      isReadOnly = isTargetReadOnly
      if dialect == .virtsh { await old?.close() }
    } catch {
      if dialect == .virtsh, isScript {
        current = nil
        state = .abandoned
        await old?.close()
      }
      throw error
    }
  }

  /// Nothing is run after the current command.
  public func quit() { isLeaving = true }

  /// Closes the connection in an orderly way.
  public func close() async {
    let old = current
    current = nil
    state = .fresh
    await old?.close()
  }

  /// Whether the connection in use, or the next to be opened, refuses changes. For the prompt.
  var isReadOnlyNow: Bool { current?.isReadOnly ?? isReadOnly }

  /// The current connection while it is open; asking for it opens none.
  var liveConnection: Connection? { current.flatMap { $0.closeReason == nil ? $0 : nil } }

  /// Opens what the first command would open, read-only and beside the session: for completion, which must not decide what commands run
  /// on. Nil once there was a connection, when the user might be asked something, or when it fails.
  func openAside() async -> Connection? {
    guard case .fresh = state, current == nil, opener.asksNothing(name) else { return nil }
    return try? await opener.open(name, readOnly: true)
  }

  /// Where the current connection's answers arrive.
  var callerExecutor: (any TaskExecutor)? { current?.driver.callerExecutor }

  @discardableResult
  private func open(_ name: String?, readOnly: Bool) async throws -> Connection {
    let connection: Connection
    do { connection = try await opener.open(name, readOnly: readOnly) } catch { throw ConnectError(error) }
    current = connection
    state = .connected
    watch(connection)
    return connection
  }

  private func reconnect() async throws -> Connection {
    let isFirstAttempt: Bool = if case .lost = state { true } else { false }
    do {
      let connection = try await open(name, readOnly: isReadOnly)
      if isFirstAttempt { notices(Diagnostic("Reconnected to the hypervisor")) }
      return connection
    } catch {
      state = .lostAgain
      throw CommandFailure("Failed to reconnect to the hypervisor", cause: error)
    }
  }

  /// Says at once when the connection ends without our doing.
  private func watch(_ connection: Connection) {
    Task { [notices] in
      let reason = await connection.driver.closure.wait()
      guard reason != .client else { return }
      notices(Diagnostic("Disconnected from \(connection.name) due to \(reason.text)"))
    }
  }

  private func explained(_ sentence: String, _ body: () async throws -> Connection) async throws -> Connection {
    do { return try await body() } catch { throw CommandFailure(sentence, cause: error) }
  }
}

/// A script's connection is gone, and nothing may run on another.
public struct NotConnected: Error, Sendable, CustomStringConvertible {
  /// A short sentence for the user.
  public var description: String { "not connected to a hypervisor: an earlier connect failed, or the connection was lost" }
}
