import ConnectionURI
import LibvirtProtocol
import Synchronization
import XDR

/// An open connection to a hypervisor: a driver, with what is the same for all of them written once.
///
/// Here a read-only connection refuses what changes something, calls are traced, and the reason of the end is kept.
public final class Connection: Sendable {
  /// The URI that would open this connection again: the one it was opened by, or where the daemon chose, the daemon's.
  public let uri: ConnectionURI
  /// What the user called it; the URI where nothing was given.
  public let name: String
  /// Why that URI was meant; nil for a connection that was made by hand.
  public let meaning: DefaultConnectionName?
  /// Whether everything that changes something is refused.
  public let isReadOnly: Bool
  /// What answers.
  public let driver: any Driver
  /// Called with libvirt's name of each procedure that is sent, for `--debug`.
  private let trace: (@Sendable (String) -> Void)?
  private let sent = Atomic<Int>(0)
  /// What was sent last, for those who tell a user what they wait for.
  private let last = Mutex("")
  /// The calls that may have changed something since a command began.
  public let changes = ChangeJournal()
  /// When the connection was opened.
  public let openedAt = ContinuousClock.now

  /// Puts the common rules in front of a driver.
  public init(
    _ driver: any Driver, uri: ConnectionURI, name: String? = nil, meaning: DefaultConnectionName? = nil, isReadOnly: Bool,
    trace: (@Sendable (String) -> Void)? = nil
  ) {
    self.driver = driver
    self.meaning = meaning
    self.uri = uri
    self.name = name ?? uri.description
    self.isReadOnly = isReadOnly
    self.trace = trace
  }

  /// The same connection, refusing whatever would change something.
  public var readingOnly: Connection {
    isReadOnly ? self : Connection(driver, uri: uri, name: name, meaning: meaning, isReadOnly: true, trace: trace)
  }

  /// How many calls were sent on this connection.
  public var callCount: Int { sent.load(ordering: .relaxed) }

  /// Why the connection ended; nil while it is open.
  public var closeReason: CloseReason? { driver.closure.reason }

  /// libvirt's name of the call that was sent last; empty before the first.
  public var lastCall: String { last.withLock { $0 } }

  /// Enqueues a call in program order and returns at once.
  public func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    if let refusal = refusal(procedure) {
      return PendingReply(CallDescription(procedure), settled: .failure(refusal))
    }
    note(procedure.name)
    let reply = driver.send(procedure, repeat each argument)
    if procedure.effect == .changes { changes.note(procedure.name, reply) }
    return reply
  }

  /// Enqueues one call for each of `first`, in one write where the driver has a wire and the window lets them.
  public func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], window: BatchWindow, _ rest: repeat each Rest
  ) -> PendingBatch<Reply> {
    if let refusal = refusal(procedure) {
      return PendingBatch(first.map { _ in PendingReply(CallDescription(procedure), settled: .failure(refusal)) })
    }
    note(procedure.name, count: first.count)
    let batch = driver.send(procedure, forEach: first, window: window, repeat each rest)
    if procedure.effect == .changes { for reply in batch.replies { changes.note(procedure.name, reply) } }
    return batch
  }

  /// The same with the usual window.
  public func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], _ rest: repeat each Rest
  ) -> PendingBatch<Reply> {
    send(procedure, forEach: first, window: .usual, repeat each rest)
  }

  /// Sends a call and awaits its reply.
  @discardableResult
  public func call<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) async throws -> Reply {
    try await send(procedure, repeat each argument).value
  }

  /// Subscribes to events of a kind, of one domain or of all.
  public func subscribe(_ kind: EventKind, _ domain: DomainRef? = nil) async throws -> EventSubscription {
    try await driver.subscribe(kind, domain)
  }

  /// Opens a stream; refused on a read-only connection when the call does more than look at what anybody may see.
  public func open(_ stream: StreamRequest) async throws -> any DriverStream {
    if isReadOnly, stream.effect != .reads { throw LibvirtError(.operationDenied, .none, "read only access prevents \(stream.name)") }
    note(stream.name)
    let opened = try await driver.open(stream)
    if stream.effect == .changes { changes.noteStream() }
    return opened
  }

  /// Ends the connection in an orderly way.
  public func close() async { await driver.close() }

  private func refusal<Reply, each Argument>(_ procedure: Procedure<Reply, repeat each Argument>) -> LibvirtError? {
    isReadOnly && procedure.effect != .reads ? LibvirtError.readOnly(procedure) : nil
  }

  private func note(_ name: String, count: Int = 1) {
    sent.add(count, ordering: .relaxed)
    last.withLock { $0 = name }
    trace?(name)
  }
}
