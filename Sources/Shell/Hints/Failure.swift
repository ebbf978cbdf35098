import Commands
import LibvirtProtocol
import Presentation

/// What went wrong, taken out of the sentences around it: what hints are chosen by.
struct Failure: Sendable {
  /// libvirt's number, if it is libvirt's error.
  let code: VirErrorNumber?
  /// The part of libvirt it came from.
  let domain: VirErrorDomain?
  /// The innermost text.
  let message: String
  /// The system's number, if a system call failed; else -1.
  let systemError: Int32
  /// What the connection's own code has to add to an error that stands.
  let notes: [String]
  /// The innermost error; nil when a command only said that it failed.
  let error: (any Error)?
  /// Set when a connection could not be opened.
  let attempt: ConnectError?

  /// What an error comes from.
  init(_ error: any Error) {
    var innermost = error
    var attempt: ConnectError?
    while true {
      if let failure = innermost as? CommandFailure, let cause = failure.cause {
        innermost = cause
      } else if let failure = innermost as? ConnectError {
        attempt = failure
        innermost = failure.cause
      } else {
        break
      }
    }
    let libvirt = innermost as? LibvirtError
    code = libvirt?.code
    domain = libvirt?.domain
    message = Diagnostic.all(of: innermost).last?.text ?? ""
    systemError = libvirt?.int1 ?? -1
    notes = libvirt?.notes ?? []
    self.error = innermost
    self.attempt = attempt
  }

  /// What a command says itself when it does not succeed: libvirt's error among its messages, else the last one.
  init?(_ outcome: Outcome) {
    guard !outcome.succeeded, let told = outcome.diagnostics.last(where: { $0.code != nil }) ?? outcome.diagnostics.last else { return nil }
    code = told.code.map { VirErrorNumber(rawValue: Int32(clamping: $0)) }
    domain = told.domain.map { VirErrorDomain(rawValue: Int32(clamping: $0)) }
    message = told.text
    systemError = -1
    notes = []
    error = nil
    attempt = nil
  }

  /// The texts in single quotes, in order: names and paths, as libvirt puts them into its messages.
  var quoted: [String] {
    message.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
