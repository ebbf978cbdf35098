import LibvirtProtocol

/// What a reader of a stream gets.
public enum RPCStreamRead: Sendable, Hashable {
  /// Bytes of the content, at least one.
  case data([UInt8])
  /// A run of zeros of this length in bytes.
  case hole(Int64)
  /// The peer sends no more. Finish the stream.
  case end
  /// Nothing yet: ``RPCAction/streamReadable(_:)`` will come once.
  case wait
  /// There is no such stream (any more).
  case closed
}

/// A stream that is open, or will be when its call is answered.
struct StreamState: Sendable {
  enum Phase: Sendable {
    /// Its call is under way.
    case opening
    case open
    /// Finish was sent.
    case finishing
    /// Abort was sent.
    case aborting
    /// Abort was sent, and nobody wants to know.
    case discarding
  }

  private enum Piece: Sendable {
    case data([UInt8])
    case hole(Int64)
  }

  /// What a piece costs besides its bytes, so that many small ones count too.
  private static let pieceCost = 64
  /// Small pieces are joined up to this size.
  private static let joinedSize = 16 << 10

  let header: MessageHeader
  let isSparse: Bool
  var phase = Phase.opening
  var isReaderWaiting = false
  /// The peer sends no more.
  var hasEnded = false
  /// The peer has finished the stream unasked.
  var isFinishedByPeer = false
  /// The memory that unread pieces take, in bytes.
  private(set) var unread = 0
  private var pieces = FIFO<Piece>()

  init(_ header: MessageHeader, isSparse: Bool) {
    self.header = header
    self.isSparse = isSparse
  }

  /// Whether what comes in is still wanted.
  var isReading: Bool { phase == .opening || phase == .open }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if case .data(var last)? = pieces.last, last.count + bytes.count <= Self.joinedSize {
      pieces.last = .hole(0)
      last.append(contentsOf: bytes)
      pieces.last = .data(last)
      unread += bytes.count
    } else {
      pieces.append(.data(Array(bytes)))
      unread += bytes.count + Self.pieceCost
    }
  }

  mutating func append(hole length: Int64) {
    if case .hole(let last)? = pieces.last, case (let sum, let overflow) = last.addingReportingOverflow(length), !overflow {
      pieces.last = .hole(sum)
    } else {
      pieces.append(.hole(length))
      unread += Self.pieceCost
    }
  }

  mutating func read() -> RPCStreamRead {
    switch pieces.popFirst() {
    case .data(let bytes):
      unread -= bytes.count + Self.pieceCost
      return .data(bytes)
    case .hole(let length):
      unread -= Self.pieceCost
      return .hole(length)
    case nil:
      if hasEnded { return .end }
      isReaderWaiting = true
      return .wait
    }
  }

  mutating func discardUnread() {
    pieces.removeAll()
    unread = 0
    isReaderWaiting = false
  }
}
