import LibvirtProtocol

/// How a test daemon behaves.
public struct TestDaemonOptions: Sendable {
  /// The ways to prove who one is, as authList gives them; nil for a daemon that does not know authList.
  public var authentication: [AuthType]? = [.none]
  /// What authPolkit throws; nil when polkit agrees.
  public var polkitError: LibvirtError?
  /// The names and passwords that SASL takes, by PLAIN.
  public var passwords: [String: String] = [:]
  /// The features that connectSupportsFeature admits.
  public var features: Set<Int32> = [
    DriverFeature.typedParamString.rawValue, DriverFeature.programKeepalive.rawValue, DriverFeature.remoteEventCallback.rawValue,
    DriverFeature.remoteCloseCallback.rawValue,
  ]
  /// How many calls of a client are answered at a time; then its socket is no longer read. libvirt's default is 5.
  public var clientRequests = MessageLimits.clientRequests
  /// Procedures of the remote program that are not answered before ``TestDaemon/release()``.
  public var held: Set<Int32> = []
  /// The last procedure of the remote program that it knows: libvirt's number grows with its age. Nil for all of them.
  public var lastProcedure: Int32?
  /// Domains beside those of the host, half of them running.
  public var madeUpDomains = 0

  /// A daemon without authentication, with keepalive and modern events.
  public init() {}
}
