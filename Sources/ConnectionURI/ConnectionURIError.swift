/// What is wrong with a connection URI: libvirt's words for it, and ours with the place and the remedy.
public struct ConnectionURIError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A part of a connection URI.
  public enum Part: String, Sendable, Hashable {
    case scheme, transport, user, host, port, path, query, fragment
  }

  /// libvirt's numbers for the kind of error (`virErrorNumber`), as observed.
  public enum Code: Int32, Sendable, Hashable {
    case internalError = 1
    case noConnection = 5
    case invalidArgument = 8
    case authenticationFailed = 45
    case operationUnsupported = 84
  }

  /// libvirt's numbers for where the error comes from (`virErrorDomain`), as observed.
  public enum Domain: Int32, Sendable, Hashable {
    case none = 0
    case rpc = 7
    case remote = 13
    case uri = 45
  }

  /// The URI as it was given.
  public let uri: String
  /// The part that is wrong.
  public let part: Part
  /// Where the wrong thing begins, in bytes from the URI's start; nil where no single place is to blame.
  public let offset: Int?
  /// libvirt's error number.
  public let code: Code
  /// libvirt's error domain.
  public let domain: Domain
  /// The text that libvirt 9.0.0 gives, to the letter; what scripts match on.
  public let libvirtMessage: String
  /// What is wrong, more exactly.
  public let explanation: String
  /// What to write instead, where that is known.
  public let hint: String?

  init(
    _ uri: String, _ part: Part, at offset: Int? = nil, _ code: Code, _ domain: Domain, _ libvirtMessage: String,
    explanation: String, hint: String? = nil
  ) {
    self.uri = uri
    self.part = part
    self.offset = offset
    self.code = code
    self.domain = domain
    self.libvirtMessage = libvirtMessage
    self.explanation = explanation
    self.hint = hint
  }

  /// libvirt's message.
  public var description: String { libvirtMessage }
}
