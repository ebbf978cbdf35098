import CommandLanguage
import ConnectionURI
import Drivers
import LibvirtProtocol
import Presentation

extension Diagnostic {
  /// What an error says, with libvirt's numbers where it has them.
  public init(describing error: any Error) {
    switch error {
    case let error as LibvirtError:
      self.init(error.message, code: Int(error.code.rawValue), domain: Int(error.domain.rawValue))
    case let error as ConnectionURIError:
      self.init(error.libvirtMessage, code: Int(error.code.rawValue), domain: Int(error.domain.rawValue))
    case let error as ConfigurationError:
      self.init(error.message, code: Int(error.code.rawValue), domain: Int(VirErrorDomain.conf.rawValue))
    case let error as OutcomeUnknown:
      self.init(
        "the outcome of \(error.procedure) is unknown: \(error.reason ?? "it was given up before it was answered")",
        details: ["procedure": .string(error.procedure), "outcome": "unknown"])
    case is CancellationError: self.init("interrupted")
    default: self.init("\(error)")
    }
  }

  /// All that is to be said about an error that a command threw: its own sentences, then what is behind them.
  public static func all(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as CommandFailure:
      (error.cause.map(prefaces(of:)) ?? []) + error.lines.map { Diagnostic($0) } + (error.cause.map(all(of:)) ?? [])
    case let error as ConnectError:
      all(of: error.cause) + (error.remaining.map { [Diagnostic("still connected to \($0)", severity: .note)] } ?? [])
    case let error as UsageError: error.lines.map { Diagnostic($0) }
    default: [Diagnostic(describing: error)]
    }
  }

  /// What is said before the command's own sentence: what libxml2 prints by itself when a test host's definition cannot be
  /// read, and what virsh says when a driver cannot do keepalive.
  private static func prefaces(of error: any Error) -> [Diagnostic] {
    guard let error = (error as? ConnectError)?.cause as? LibvirtError else { return [] }
    if error.code == .xmlError, let note = error.str3, note.hasPrefix("I/O ") { return [Diagnostic(verbatim: note)] }
    if error.code == .noSupport, error.message.hasSuffix("virConnectSetKeepAlive") {
      return [Diagnostic("Cannot setup keepalive on connection as requested, disconnecting")]
    }
    return []
  }
}
