import Synchronization

/// Why a connection ended. The numbers are libvirt's `virConnectCloseReason`.
public enum CloseReason: Sendable, Hashable {
  /// Reading or writing failed, or the peer broke the protocol; the text says how.
  case error(String)
  /// The peer hung up.
  case endOfFile
  /// The peer did not answer keepalive messages.
  case keepalive
  /// This side closed the connection.
  case client

  /// The words that virsh uses after "Disconnected from URI due to".
  public var text: String {
    switch self {
    case .error: "I/O error"
    case .endOfFile: "end of file"
    case .keepalive: "keepalive timeout"
    case .client: "client request"
    }
  }
}

/// The end of a connection: known once it has come, and awaitable before.
public final class ConnectionClosure: Sendable {
  private enum State {
    case open([CheckedContinuation<Void, Never>])
    case closed(CloseReason)
  }

  private let state = Mutex(State.open([]))

  /// A connection that is open.
  public init() {}

  /// The reason, or nil while the connection is open.
  public var reason: CloseReason? {
    state.withLock { if case .closed(let reason) = $0 { reason } else { nil } }
  }

  /// Says that the connection has ended. Only the first reason counts.
  public func close(_ reason: CloseReason) {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard case .open(let waiting) = state else { return [] }
      state = .closed(reason)
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Waits for the end, which may never come, and gives its reason.
  public func wait() async -> CloseReason {
    await withCheckedContinuation { continuation in
      let isClosed = state.withLock { state -> Bool in
        guard case .open(let waiting) = state else { return true }
        state = .open(waiting + [continuation])
        return false
      }
      if isClosed { continuation.resume() }
    }
    return reason ?? .client
  }
}
