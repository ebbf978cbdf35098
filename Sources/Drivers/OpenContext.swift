import ConnectionURI
import LibvirtProtocol

/// What a driver may need to open a connection, beside the URI.
public struct OpenContext: Sendable {
  /// Refuse everything that changes something.
  public var isReadOnly: Bool
  /// When opening must have succeeded; nil waits without bound.
  public var deadline: ContinuousClock.Instant?
  /// Keepalive pings: seconds between them, and how many may go unanswered.
  public var keepalive: KeepaliveSettings
  /// The user, who may be asked for names, passwords and decisions. Drivers never touch the terminal.
  public var dialogue: any Dialogue
  /// The environment that decides paths: variables, user, existing sockets.
  public var environment: ConnectionEnvironment
  /// What libvirt.conf says.
  public var configuration: ConnectionConfiguration
  /// Told about each stage of opening.
  public var progress: @Sendable (String) -> Void
  /// Told what the user should know about the way that was taken.
  public var warn: @Sendable (String) -> Void
  /// Told what only who looks for a mistake wants to know: virsh's `-d1`.
  public var debug: @Sendable (String) -> Void = { _ in }
  /// How long a daemon may be silent while the connection is opened, questions to the user aside; nil for no bound but the deadline.
  /// For those who have another to ask.
  public var patience: Duration?

  /// A context with virsh's keepalive, nobody to ask and nobody to tell.
  public init(
    isReadOnly: Bool = false, environment: ConnectionEnvironment, configuration: ConnectionConfiguration = ConnectionConfiguration(),
    deadline: ContinuousClock.Instant? = nil,
    keepalive: KeepaliveSettings = KeepaliveSettings(),
    dialogue: any Dialogue = NoDialogue(),
    progress: @escaping @Sendable (String) -> Void = { _ in },
    warn: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.isReadOnly = isReadOnly
    self.deadline = deadline
    self.keepalive = keepalive
    self.dialogue = dialogue
    self.environment = environment
    self.configuration = configuration
    self.progress = progress
    self.warn = warn
  }

  /// The driver, or the daemon behind it, can't do keepalive: throws if the user insisted on it, else only who debugs hears of it.
  public func missKeepalive() throws {
    guard keepalive.interval > 0 else { return }
    if keepalive.isExplicit { throw LibvirtError.unsupported("virConnectSetKeepAlive") }
    debug("Failed to setup keepalive on connection")
  }

  /// When the next answer must have come.
  public var answerDeadline: ContinuousClock.Instant? {
    guard let patience else { return deadline }
    let limit = ContinuousClock.now + patience
    return deadline.map { min($0, limit) } ?? limit
  }
}

/// How a dead peer is noticed. The defaults are virsh's: every 5 seconds, 6 unanswered.
public struct KeepaliveSettings: Sendable, Hashable {
  /// Seconds of silence before a ping; 0 turns keepalive off.
  public var interval: Int
  /// How many pings may go unanswered before the connection counts as lost.
  public var count: Int
  /// The user asked for these very values, so a driver that can't do keepalive must say so.
  public var isExplicit: Bool

  /// Keepalive every `interval` seconds, lost after `count` unanswered.
  public init(interval: Int = 5, count: Int = 6, isExplicit: Bool = false) {
    self.interval = interval
    self.count = count
    self.isExplicit = isExplicit
  }
}
