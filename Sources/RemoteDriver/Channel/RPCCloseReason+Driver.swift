import Drivers
import LibvirtProtocol
import XDR

extension RPCCloseReason {
  /// The reason as the drivers' contract has it.
  var closeReason: CloseReason {
    switch self {
    case .client: .client
    case .endOfFile, .programEnded: .endOfFile
    case .keepalive: .keepalive
    case .error(let error): .error(error.message)
    case .protocolViolation(let violation):
      .error([violation.libvirtError.message, violation.explanation].compactMap(\.self).joined(separator: ": "))
    }
  }

  /// The reason that a daemon gives when its own link to the hypervisor has ended (`connectEventConnectionClosed`).
  static func told(by payload: ArraySlice<UInt8>) -> RPCCloseReason {
    var reader = XDRReader(payload)
    switch try? reader.read(Int32.self) {
    case 1: return .endOfFile
    case 2: return .keepalive
    case 3: return .client
    default: return .error(LibvirtError(.internalError, .remote, "the daemon has lost its hypervisor"))
    }
  }
}

extension RPCCallFailure {
  /// The error that a caller of `call` gets.
  func error(of call: CallDescription) -> any Error {
    switch self {
    case .outcomeUnknown(let reason): OutcomeUnknown(procedure: call.name, reason: reason.libvirtError.message)
    case .connectionLost(.protocolViolation(let violation)): violation.libvirtError.noting(violation.explanation)
    case .connectionLost, .refused: libvirtError
    case .server(let error): error.recognized
    }
  }
}

extension LibvirtError {
  /// An old daemon's "unknown procedure" is libvirt's number 3, as libvirt's own client has it; the text stays.
  var recognized: LibvirtError {
    guard isUnsupported, code != .noSupport else { return self }
    var error = self
    error.code = .noSupport
    return error
  }
}
