/// What is wrong with libvirt.conf, in libvirt's words.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// libvirt's numbers for the kind of error (`virErrorNumber`).
  public enum Code: Int32, Sendable, Hashable {
    case `internal` = 1
    case invalidArgument = 8
    case syntax = 33
    case system = 38
  }

  /// libvirt's error number.
  public let code: Code
  /// libvirt's text, whole.
  public let message: String

  /// An error in libvirt's words.
  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// libvirt's text.
  public var description: String { message }
}
