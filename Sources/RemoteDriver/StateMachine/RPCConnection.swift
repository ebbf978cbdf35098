import LibvirtProtocol

/// A client's end of libvirt's RPC protocol, without any input or output of its own.
///
/// Bytes, calls and the time go in; actions and bytes come out. After anything was put in, take actions with
/// ``nextAction()`` until there is none, then send what ``takeOutgoing()`` gives. Times are durations from any fixed
/// moment. It never waits, never fails, and holds at most one unfinished message plus what its limits allow.
public struct RPCConnection: ~Copyable, Sendable {
  enum State: Sendable {
    case open
    /// The last call waits for the others to be answered.
    case ending(WaitingCall)
    /// The last call was sent.
    case ended(UInt32)
    case closed
  }

  let limits: RPCLimits
  /// Who the peer is, as the subject of a sentence.
  let peer: String
  var state = State.open
  var decoder: FrameDecoder
  var calls = CallTable()
  var streams: [UInt32: StreamState] = [:]
  var actions = FIFO<RPCAction>()
  var keepalive: KeepaliveTimer?
  var outgoing: [UInt8] = []
  /// Bytes ever taken from `outgoing`.
  var taken: UInt64 = 0
  var isPongWaiting = false
  var unreadStreamBytes = 0
  var isReadingPaused = false
  /// A reply was read after which the bytes may mean something else.
  var isHeld = false
  var lastTime: Duration = .zero
  private var nextSerial: UInt32 = 0
  private var hasEndOfFile = false
  private var isComplete = false
  /// Until when to wait for more of what the peer prints.
  private var foreignTextDue: Duration?

  /// A connection on a transport that is ready.
  public init(
    limits: RPCLimits = RPCLimits(), maximumMessageLength: Int = MessageLimits.lengthWord + MessageLimits.message,
    peer: String = "the remote"
  ) {
    self.limits = limits
    self.peer = peer
    decoder = FrameDecoder(maximumLength: maximumMessageLength)
  }

  /// Whether the connection is over.
  public var isClosed: Bool { if case .closed = state { true } else { false } }

  /// Calls under way, those given up included, and calls that wait.
  public var callCount: Int { calls.count }

  /// Streams that are open or about to be.
  public var streamCount: Int { streams.count }

  /// Bytes in memory: unfinished messages, waiting calls, unread stream data, bytes to send.
  public var bufferedBytes: Int { decoder.bufferedCount + calls.waitingBytes + unreadStreamBytes + outgoing.count }

  /// Takes in what was read from the socket.
  public mutating func receive(_ bytes: some Collection<UInt8>, now: Duration = .zero) {
    guard !isClosed, !bytes.isEmpty else { return }
    lastTime = now
    keepalive?.heard(now: now)
    decoder.append(bytes)
  }

  /// Notes that the peer has hung up. What came before is still worked off.
  public mutating func receiveEndOfFile() { hasEndOfFile = true }

  /// Notes that nothing more will come, however that is to be told. Text that the peer has printed is complete then, and ends the
  /// connection by itself.
  public mutating func receiveNoMore() { isComplete = true }

  /// The next thing to do; nil when there is nothing.
  public mutating func nextAction() -> RPCAction? {
    while true {
      if let action = actions.popFirst() { return action }
      guard !isClosed, !isHeld else { return nil }
      do throws(FrameError) {
        if let frame = try decoder.next() {
          handle(frame)
        } else if hasEndOfFile {
          endOfFile()
        } else {
          return nil
        }
      } catch {
        if error == .text, isWaitingForText { return nil }
        close(.protocolViolation(RPCProtocolViolation(error, received: decoder.unread(limit: limits.foreignText), from: peer)))
      }
    }
  }

  /// Takes the bytes to be sent, all at once; empty when there are none.
  public mutating func takeOutgoing() -> [UInt8] {
    guard !outgoing.isEmpty else { return [] }
    isPongWaiting = false
    taken += UInt64(outgoing.count)
    defer { outgoing = [] }
    return outgoing
  }

  /// Starts sending signs of life when nothing was received for `interval`; `count` unanswered ones end the connection.
  ///
  /// An interval of zero or less stops it. Pings of the server are answered in any case.
  public mutating func startKeepalive(interval: Duration, count: Int, now: Duration) {
    keepalive = interval > .zero ? KeepaliveTimer(interval: interval, count: max(0, count), now: now) : nil
  }

  /// When ``tick(now:)`` has something to do, nil for never.
  public var nextTick: Duration? {
    guard !isClosed else { return nil }
    switch (keepalive?.due, foreignTextDue) {
    case (let first?, let second?): return min(first, second)
    case (let first, let second): return first ?? second
    }
  }

  /// Does what is due at a time. Calling it early does no harm.
  public mutating func tick(now: Duration) {
    guard !isClosed else { return }
    lastTime = now
    // A peer that is not being read is not silent.
    if isReadingPaused { keepalive?.heard(now: now) }
    switch keepalive?.tick(now: now) {
    case .ping: append(Self.keepaliveHeader(procedure: KeepAlive.ping.number))
    case .dead: close(.keepalive)
    case .wait, nil: break
    }
  }

  static func keepaliveHeader(procedure: Int32) -> MessageHeader {
    MessageHeader(program: .keepAlive, procedure: procedure, type: .message, serial: 0)
  }

  /// A serial that no call and no stream has.
  mutating func makeSerial() -> UInt32 {
    while calls.underWay[nextSerial] != nil || calls.waiting[nextSerial] != nil || streams[nextSerial] != nil {
      nextSerial &+= 1
    }
    defer { nextSerial &+= 1 }
    return nextSerial
  }

  /// Appends a message; the payload's length was checked.
  mutating func append(_ header: MessageHeader, _ payload: some Collection<UInt8> = EmptyCollection<UInt8>()) {
    FrameWriter.appendHead(header, payloadCount: payload.count, to: &outgoing)
    outgoing.append(contentsOf: payload)
  }

  private var isWaitingForText: Bool {
    mutating get {
      guard !hasEndOfFile, !isComplete, decoder.bufferedCount < limits.foreignText else { return false }
      let due = foreignTextDue ?? lastTime + limits.foreignTextWait
      foreignTextDue = due
      return lastTime < due
    }
  }
}
