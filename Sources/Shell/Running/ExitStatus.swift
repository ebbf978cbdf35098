import CommandLanguage
import Commands
import Drivers
import Glibc
import LibvirtProtocol
import Presentation

/// The exit statuses of `virtsh`. Under the name `virsh` every failure is 1.
public enum ExitStatus: Int32, Sendable, Comparable {
  case success = 0
  /// A command failed.
  case failure = 1
  /// Something was written wrongly: options, syntax, values.
  case usage = 2
  /// Not connected, the connection was refused or lost.
  case notConnected = 3
  /// Authentication, permissions, or a read-only connection stood in the way.
  case refused = 4
  /// The user pressed Ctrl-C, or gave up the question of an agent, who may hear of Ctrl-C before we do.
  case interrupted = 130

  /// By number.
  public static func < (one: ExitStatus, other: ExitStatus) -> Bool { one.rawValue < other.rawValue }

  /// The status for what a command threw.
  static func of(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as CommandFailure: error.cause.map(of) ?? .failure
    case let error as ConnectError: wasGivenUp(error.cause) ? .interrupted : isRefusal(error.cause) ? .refused : .notConnected
    case is NotConnected: .notConnected
    case let error as OutcomeUnknown: error.reason == nil ? .interrupted : .notConnected
    case is UsageError, is FormError: .usage
    case is CancellationError: .interrupted
    case let error as LibvirtError: isRefusal(error) ? .refused : isSilence(error) ? .notConnected : .failure
    default: .failure
    }
  }

  /// The status for an outcome that says itself that it failed.
  static func of(_ outcome: Outcome) -> ExitStatus {
    guard !outcome.succeeded else { return .success }
    let codes = outcome.diagnostics.compactMap { $0.code.map { VirErrorNumber(rawValue: Int32(clamping: $0)) } }
    return codes.contains { refusals.contains($0) } ? .refused : .failure
  }

  /// Whether the server itself did not answer. What a daemon says of its guests is another matter.
  private static func isSilence(_ error: LibvirtError) -> Bool {
    error.code == .operationTimeout && (error.domain == .xend || error.domain == .proxy)
  }

  private static func wasGivenUp(_ error: any Error) -> Bool { (error as? LibvirtError)?.code == .authCancelled }

  private static func isRefusal(_ error: any Error) -> Bool {
    guard let error = error as? LibvirtError else { return false }
    return refusals.contains(error.code) || error.code == .systemError && (error.int1 == EACCES || error.int1 == EPERM)
  }

  private static let refusals: Set<VirErrorNumber> = [
    .operationDenied, .authFailed, .authCancelled, .authUnavailable, .accessDenied,
  ]
}
