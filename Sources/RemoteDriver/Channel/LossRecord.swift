import Drivers
import LibvirtProtocol
import Synchronization

/// Why a connection ended, for a call that comes too late to be told: it only learns that the socket is closed.
final class LossRecord: Sendable {
  private let reason = Mutex<RPCCloseReason?>(nil)

  func note(_ reason: RPCCloseReason) { self.reason.withLock { $0 = reason } }

  /// The error to report instead of `error`: the reason of the end, if `error` says no more than that there was one.
  func explain(_ error: any Error) -> any Error {
    guard let reason = reason.withLock(\.self), reason != .client, error as? LibvirtError == .clientSocketClosed else { return error }
    return RPCCallFailure.connectionLost(reason).error(of: CallDescription(Remote.connectOpen))
  }
}
