import Drivers
import LibvirtProtocol

/// What goes wrong with streams on this side.
enum StreamFailure {
  /// The stream was ended from here before.
  static let notOpen = LibvirtError(.operationInvalid, .remote, "stream is not open")
  static let twoReaders = LibvirtError(.operationInvalid, .remote, "the stream is being read already")

  /// The error that an end means to who wanted to go on.
  static func error(_ end: RPCStreamEnd?) -> LibvirtError {
    switch end {
    case .failed(let error): error.recognized
    case .lost(let reason): reason.libvirtError
    case .finished, .aborted, nil: notOpen
    }
  }
}
