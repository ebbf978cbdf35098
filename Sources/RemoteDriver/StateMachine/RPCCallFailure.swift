import LibvirtProtocol

/// Why a call has no result.
public enum RPCCallFailure: Error, Sendable, Hashable {
  /// The server answered with an error.
  case server(LibvirtError)
  /// It was refused here and not sent.
  case refused(LibvirtError)
  /// The connection ended; the call only reads or was not sent, so nothing happened.
  case connectionLost(RPCCloseReason)
  /// The connection ended after the call was sent; it may have been carried out or not.
  case outcomeUnknown(RPCCloseReason)

  /// Why the connection ended, if that is the reason.
  var lossReason: RPCCloseReason? {
    switch self {
    case .server, .refused: nil
    case .connectionLost(let reason), .outcomeUnknown(let reason): reason
    }
  }

  /// The error in libvirt's words.
  public var libvirtError: LibvirtError {
    switch self {
    case .server(let error), .refused(let error): error
    case .connectionLost(let reason), .outcomeUnknown(let reason): reason.libvirtError
    }
  }
}

extension LibvirtError {
  /// What libvirt says to a payload that does not decode.
  static let undecodablePayload = LibvirtError(.rpc, .rpc, "Unable to decode message payload")

  static func placesTaken(_ count: Int) -> LibvirtError {
    LibvirtError(
      .resourceBusy, .rpc,
      "\(count) calls that were given up are still running at the server and hold all places for long calls; "
        + "wait for them or open another connection")
  }

  static func tooManyCalls(_ count: Int) -> LibvirtError {
    LibvirtError(.rpc, .rpc, "\(count) calls are under way or waiting on this connection, more are not taken")
  }

  static func tooManyBytes(_ count: Int) -> LibvirtError {
    LibvirtError(.rpc, .rpc, "\(count) bytes of calls are waiting to be sent on this connection, more are not taken")
  }
}
