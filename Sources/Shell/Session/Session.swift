import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import LibvirtClient
import LibvirtProtocol
import Presentation
import Synchronization

/// What holds from one command to the next: the current connection, or none, and the wish to leave.
public actor Session: SessionControl {
  /// All commands.
  public nonisolated let commands: Commands
  let opener: ConnectionOpener
  let dialect: Dialect
  /// Whether a failed `connect` leaves no connection, as it must in a script: nothing may run on a host that the script did not name.
  let isScript: Bool
  /// Whether a person is asked before something is destroyed.
  let asksBack: Bool
  let observer: SessionObserver
  /// Leads to the user while they wait for a connection. What is opened by itself asks nothing.
  let dialogue: any Dialogue
  /// How far the opening of a connection has come.
  nonisolated let progress = OpeningProgress()

  var name: String?
  var isReadOnly: Bool
  var state = State.fresh { didSet { tellPromptState() } }
  /// What the prompt was told last.
  private var toldState: PromptState?
  /// Rises whenever the user decides about the connection, so that what was begun before knows that it is out of date.
  var generation = 0
  var attempts: Task<Void, Never>?
  var waiters: [AsyncStream<Void>.Continuation] = []
  /// How many commands wait for a lost connection.
  var waitingCount = 0
  var isAwaited: Bool { waitingCount > 0 }
  var subscriptions: [Subscription] = []
  var lastSubscription = 0
  /// How long the first attempt to reconnect waits: it grows while connections do not last.
  var firstPause = Duration.zero
  /// Whether the next attempt to reconnect is being waited for.
  var isPausing = false
  /// Whether an attempt to reconnect may ask whoever waits for it.
  var isAsking = false
  /// What is being done to connections beside the current one's calls.
  var activity: Activity?
  /// Asked after each line, so nobody waits for the session to say it.
  private nonisolated let leaving = Atomic(false)
  private nonisolated let closedInput = Atomic(false)

  /// What a user may have to wait for when it is not an answer.
  enum Activity {
    case opening(String?)
    case closing(String)
  }

  enum State {
    /// No connection was opened yet, or it is to be opened anew.
    case fresh
    case connected(Connection)
    /// There was one, and it went away; `isFirst` until an attempt to open it again has failed. virsh's way: the next command tries.
    case lost(isFirst: Bool)
    /// There was one, it went away, and is being opened again. Our own way.
    case reconnecting(Reconnection)
    /// There is none, for this reason, until the user connects.
    case none(NotConnected)
  }

  /// A session that will connect to `name` when the first command needs it.
  public init(
    commands: Commands, opener: ConnectionOpener, dialect: Dialect, name: String?, isReadOnly: Bool, isScript: Bool,
    asksBack: Bool = false, dialogue: any Dialogue = NoDialogue(), observer: SessionObserver
  ) {
    self.commands = commands
    self.opener = opener
    self.dialect = dialect
    self.name = name
    self.isReadOnly = isReadOnly
    self.isScript = isScript
    self.asksBack = asksBack
    self.dialogue = dialogue
    self.observer = observer
  }
}

extension Session {
  /// The prompt is drawn anew only when it has to say something else, which not every attempt to reconnect gives it.
  private func tellPromptState() {
    guard dialect == .virtsh, promptState != toldState else { return }
    toldState = promptState
    observer.stateChanged(promptState)
  }
}

/// Who is told what happens to a session between and during commands.
public struct SessionObserver: Sendable {
  /// Something to say: a connection was lost, or is back.
  public var notice: @Sendable (Diagnostic) -> Void
  /// What the user should know about a connection that they asked for.
  public var warning: @Sendable (Diagnostic) -> Void
  /// An event that the user subscribed to.
  public var event: @Sendable (any Answer) -> Void
  /// The prompt has to say something else.
  public var stateChanged: @Sendable (PromptState) -> Void

  /// An observer; what is not given is not told.
  public init(
    notice: @escaping @Sendable (Diagnostic) -> Void, warning: @escaping @Sendable (Diagnostic) -> Void = { _ in },
    event: @escaping @Sendable (any Answer) -> Void = { _ in },
    stateChanged: @escaping @Sendable (PromptState) -> Void = { _ in }
  ) {
    self.notice = notice
    self.warning = warning
    self.event = event
    self.stateChanged = stateChanged
  }
}

extension Session {
  /// Opens the first connection, until `deadline` at the latest.
  @discardableResult
  func begin(by deadline: ContinuousClock.Instant? = nil) async throws -> Connection {
    do { return try await open(name, readOnly: isReadOnly, isAskedFor: true, deadline: deadline) } catch {
      throw CommandFailure("failed to connect to the hypervisor", cause: error)
    }
  }

  /// The current connection, opened or reopened if need be.
  public func connection() async throws -> Connection {
    if case .connected(let current) = state {
      guard let reason = current.closeReason else { return current }
      await lose(current, reason)
    }
    switch state {
    case .none(let reason): throw reason
    case .lost(let isFirst): return try await reopen(isFirst: isFirst)
    case .reconnecting: return try await untilReconnected()
    case .connected(let current): return current
    case .fresh: return try await begin()
    }
  }

  /// Opens another connection and makes it the current one.
  ///
  /// As `virsh` the old connection is closed before; its name stays when the new one fails. Else the new one is opened first; if
  /// that fails in a script, no connection is left, and at a prompt the old one stays.
  public func connect(to newName: String?, readOnly: Bool?, isVerbose: Bool) async throws {
    let target = newName ?? name
    let isTargetReadOnly = newName == nil ? readOnly ?? isReadOnly : readOnly ?? false
    if dialect == .virsh { await close() }
    generation += 1
    let ours = generation
    activity = .opening(target)
    defer { activity = nil }
    do {
      let connection = try await openForUser(target, readOnly: isTargetReadOnly, isAskedFor: true, isVerbose: isVerbose)
      guard ours == generation else {
        await connection.close()
        throw CancellationError()
      }
      // Not the one from before: that may have been lost meanwhile, and even be back.
      let old = current
      stopReconnecting()
      name = target
      isReadOnly = isTargetReadOnly
      adopt(connection)
      if newName == nil { await renewSubscriptions(on: connection) } else { endSubscriptions(because: newName) }
      await end(old)
    } catch {
      if dialect == .virtsh, isScript, ours == generation {
        let old = current
        stopReconnecting()
        state = .none(.connectFailed)
        await end(old)
      } else if case .reconnecting = state {
        restartReconnecting()
      }
      throw ConnectError(error, to: target, readOnly: isTargetReadOnly, remaining: current?.name)
    }
  }

  /// Closes the connection. None is opened again before the user asks for it.
  public func disconnect() async {
    await close()
    state = .none(.disconnected)
  }

  /// Whether the user wants it to be done; nil in a script, which is never asked.
  public func confirm(_ question: String) async throws -> Bool? {
    guard asksBack, dialogue.isPossible, let answer = try await dialogue.answer("\(question)? [y/N]", isSecret: false) else { return nil }
    return ["y", "yes"].contains(answer.lowercased())
  }

  /// Nothing is run after the current command.
  public func quit() { leaving.store(true, ordering: .relaxed) }

  /// Whether nothing is run any more.
  nonisolated var isLeaving: Bool { leaving.load(ordering: .relaxed) }

  /// No more lines are read from standard input.
  public func closeInput() { closedInput.store(true, ordering: .relaxed) }

  /// Whether no more lines are read.
  nonisolated var hasClosedInput: Bool { closedInput.load(ordering: .relaxed) }

  /// Closes the connection in an orderly way.
  public func close() async {
    let old = current
    generation += 1
    stopReconnecting()
    endSubscriptions(because: nil)
    state = .fresh
    await end(old)
  }

  /// Closes a connection that is no longer the current one. What is not answered by then is waited for only a little: nobody wants
  /// those answers any more, and a server may be silent for ever.
  private func end(_ connection: Connection?) async {
    guard let connection else { return }
    activity = .closing(connection.name)
    defer { activity = nil }
    _ = await within(.seconds(3)) { await connection.close() }
  }

  /// How things stand, without opening anything.
  public var status: SessionStatus {
    switch state {
    case .connected(let connection): .connected(connection)
    case .reconnecting(let reconnection): .reconnecting(reconnection)
    case .none: .notConnected(name: nil)
    case .fresh, .lost: .notConnected(name: name)
    }
  }

  /// The connection in use.
  var current: Connection? { if case .connected(let connection) = state { connection } else { nil } }

  /// Whether the connection in use, or the next to be opened, refuses changes. For the prompt.
  var isReadOnlyNow: Bool { current?.isReadOnly ?? isReadOnly }

  /// The current connection while it is open; asking for it opens none.
  var openConnection: Connection? { current.flatMap { $0.closeReason == nil ? $0 : nil } }

  /// Opens what the first command would open, read-only and beside the session: for completion, which must not decide what commands run
  /// on. Nil once there was a connection, when the user might be asked something, or when it fails.
  func openAside() async -> Connection? {
    guard case .fresh = state, opener.asksNothing(name) else { return nil }
    return try? await opener.open(name, readOnly: true)
  }

  /// Where the current connection's answers arrive.
  var callerExecutor: (any TaskExecutor)? { current?.driver.callerExecutor }

  /// Opens a connection and makes it the current one. What the user has asked for comes with its warnings, what is only opened again not.
  @discardableResult
  func open(
    _ name: String?, readOnly: Bool, isAskedFor: Bool, deadline: ContinuousClock.Instant? = nil
  ) async throws -> Connection {
    let connection: Connection
    do {
      connection = try await openForUser(name, readOnly: readOnly, isAskedFor: isAskedFor, deadline: deadline)
    } catch {
      throw ConnectError(error, to: name, readOnly: readOnly)
    }
    adopt(connection)
    return connection
  }

  /// Opens a connection that the user waits for.
  private func openForUser(
    _ name: String?, readOnly: Bool, isAskedFor: Bool, isVerbose: Bool = false, deadline: ContinuousClock.Instant? = nil
  ) async throws -> Connection {
    progress.begin(isVerbose ? observer.notice : nil)
    defer { progress.end() }
    do {
      let connection = try await opener.open(
        name, readOnly: readOnly, deadline: deadline, dialogue: dialogue, progress: { [progress] in progress.reach($0) },
        warn: { [observer] in if isAskedFor { observer.warning(Diagnostic($0, severity: .warning)) } })
      progress.reach("connected")
      return connection
    } catch let error as LibvirtError where dialect == .virsh && error.code == .systemError {
      // A path is the socket of Xen's daemon, which virsh knows no more: without that daemon it is what virsh says.
      guard let name, case .xendSocket? = try? ConnectionName(name) else { throw error }
      throw ConnectionURIError.noDriverName(name)
    }
  }

  func adopt(_ connection: Connection) {
    state = .connected(connection)
    watch(connection)
  }

  /// Says at once when the connection ends without our doing.
  private func watch(_ connection: Connection) {
    Task {
      let reason = await connection.driver.closure.wait()
      guard reason != .client else { return }
      await lose(connection, reason)
    }
  }
}

/// There is no connection, and none is opened by itself.
public enum NotConnected: Error, Sendable, CustomStringConvertible {
  /// A script's `connect` failed: nothing may run on a host that the script did not name.
  case connectFailed
  /// It could not be opened again.
  case lost
  /// The user closed it.
  case disconnected

  /// A short sentence for the user.
  public var description: String {
    switch self {
    case .connectFailed: "not connected to a hypervisor: an earlier connect failed"
    case .lost: "not connected to a hypervisor: the connection was lost and could not be opened again"
    case .disconnected: "not connected to a hypervisor: it was disconnected; 'connect' opens it again"
    }
  }
}
