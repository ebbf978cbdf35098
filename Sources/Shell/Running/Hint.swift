import Commands
import ConnectionURI

/// What a user can do about an error, beyond libvirt's own words.
enum Hint {
  /// A line for an error, or nil where there is nothing to add.
  static func about(_ error: any Error) -> String? {
    switch error {
    case let error as CommandFailure: error.cause.flatMap(about)
    case let error as ConnectError: about(error.cause)
    case let error as ConnectionURIError: error.hint.map { "\(error.explanation); \($0)" } ?? error.explanation
    default: nil
    }
  }
}
