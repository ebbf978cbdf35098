import LibvirtProtocol

/// Names a call on its connection, and the stream that it opens. It is the call's serial.
public struct RPCCallID: Sendable, Hashable, Comparable {
  /// The serial in the messages' headers.
  public let serial: UInt32

  /// The call with this serial.
  public init(serial: UInt32) { self.serial = serial }

  /// The order of serials.
  public static func < (left: RPCCallID, right: RPCCallID) -> Bool { left.serial < right.serial }
}

/// What the connection must know of a call besides its bytes.
public struct RPCCallOptions: Sendable, Hashable {
  /// `high`: goes out at once. `low`: counts towards the calls that may be under way.
  public var priority: Priority
  /// What losing the connection means for the call.
  public var effect: Effect
  /// Whether a good reply opens a stream with the call's ID.
  public var opensStream: Bool
  /// Whether the stream may carry holes: the call's flags said so.
  public var isSparse: Bool
  /// Whether the reply may bring descriptors, which the transport must then take from the socket.
  public var acceptsDescriptors: Bool
  /// For short calls of low priority in a batch: how many low calls may be under way when this one leaves, instead of
  /// ``RPCLimits/lowPriorityCalls``.
  public var window: Int?
  /// Whether a good reply holds the connection: what follows it stays undecoded until ``RPCConnection/release()``.
  public var holdsConnection: Bool

  /// Options of a call; the defaults are the careful ones.
  public init(
    priority: Priority = .low, effect: Effect = .changes, opensStream: Bool = false, isSparse: Bool = false,
    acceptsDescriptors: Bool = false, window: Int? = nil, holdsConnection: Bool = false
  ) {
    self.priority = priority
    self.effect = effect
    self.opensStream = opensStream
    self.isSparse = isSparse
    self.acceptsDescriptors = acceptsDescriptors
    self.window = window
    self.holdsConnection = holdsConnection
  }

  /// The options of a procedure that is called.
  public init(_ procedure: some AnyProcedure, isSparse: Bool = false, window: Int? = nil) {
    self.init(
      priority: procedure.priority, effect: procedure.effect, opensStream: procedure.stream != .none, isSparse: isSparse,
      window: window, holdsConnection: Self.mayEndPlainText(procedure))
  }
  /// What follows the reply that completes SASL may be encrypted.
  private static func mayEndPlainText(_ procedure: some AnyProcedure) -> Bool {
    procedure.program == .remote && (procedure.number == Remote.authSaslStart.number || procedure.number == Remote.authSaslStep.number)
  }
}

/// What became of a call that its caller gave up.
public enum RPCAbandonment: Sendable, Hashable {
  /// It was still waiting here and is gone: nothing happened.
  case neverSent
  /// It is under way, keeps its place, and its late answer will be swallowed.
  case underWay
  /// No such call; it was answered already.
  case unknown
}
