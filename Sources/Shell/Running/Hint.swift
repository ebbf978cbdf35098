import Commands
import ConnectionURI
import LibvirtProtocol

/// What a user can do about an error, beyond libvirt's own words.
enum Hint {
  /// A line for an error, or nil where there is nothing to add.
  static func about(_ error: any Error) -> String? {
    switch error {
    case let error as CommandFailure: error.cause.flatMap(about)
    case let error as ConnectError: about(error.cause)
    case let error as ConnectionURIError: error.hint.map { "\(error.explanation); \($0)" } ?? error.explanation
    // What the connection's own code has to add to libvirt's words: what the peer printed, what did not decode.
    case let error as LibvirtError where error.domain == .rpc: error.str3
    default: nil
    }
  }
}
