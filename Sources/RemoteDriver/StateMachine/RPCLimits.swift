import LibvirtProtocol

/// How much a connection takes on.
public struct RPCLimits: Sendable, Hashable {
  /// Calls of low priority that may be under way: one less than a server answers at a time before it stops reading.
  public var lowPriorityCalls = MessageLimits.clientRequests - 1
  /// Calls that may be under way or wait, together.
  public var calls = 100_000
  /// Bytes of calls that may wait here before a new call is refused.
  public var queuedBytes = 64 << 20
  /// Bytes of streams that nobody has read yet, above which the socket is not read.
  public var unreadStreamBytes = 4 << 20
  /// Bytes to collect of what a peer prints instead of speaking the protocol.
  public var foreignText = 512
  /// How long to wait for more of it.
  public var foreignTextWait = Duration.milliseconds(500)

  /// The defaults.
  public init() {}
}
