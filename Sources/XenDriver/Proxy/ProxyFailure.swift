import LibvirtProtocol

/// Why a question has no answer, as far as the socket knows.
enum ProxyFailure: Error, Sendable, Hashable {
  /// The proxy hung up, as it does where it is asked something that it does not know.
  case hungUp
  /// No answer came in time.
  case silent(Duration)
  /// What came is no answer.
  case violation(ProxyViolation)
  /// The system says why; in libvirt's words.
  case broken(LibvirtError)

  /// What the user is told.
  var error: LibvirtError {
    switch self {
    case .hungUp: LibvirtError(code: .systemError, domain: .proxy, message: "End of file while reading data: Input/output error")
    case .silent(let limit): LibvirtError(.operationTimeout, .proxy, "the proxy did not answer within \(limit)")
    case .violation(let violation): LibvirtError(.internalError, .proxy, "\(violation)")
    case .broken(let error): error.of(.proxy)
    }
  }
}

extension LibvirtError {
  /// The same error from another part of libvirt.
  func of(_ domain: VirErrorDomain) -> LibvirtError {
    var error = self
    error.domain = domain
    return error
  }
}
