/// The address of a daemon's unix socket.
public enum UnixSocketPath: Sendable, Hashable, CustomStringConvertible {
  /// A socket in the file system.
  case path(String)
  /// A socket in Linux's abstract name space; the name is without the `@` that stands for the leading NUL.
  case abstract(String)

  /// Reads `socket=`: a leading `@` means an abstract socket.
  public init(_ text: String) {
    self = text.hasPrefix("@") ? .abstract(String(text.dropFirst())) : .path(text)
  }

  /// The path, or `@` and the abstract name; as libvirt writes it in error texts.
  public var description: String {
    switch self {
    case .path(let path): path
    case .abstract(let name): "@" + name
    }
  }
}

extension UnixSocketPath {
  /// The socket for a URI whose transport is unix.
  ///
  /// `socket=` wins. Else the mode (`mode=`, or the configuration's) chooses between libvirtd's socket and the driver's own;
  /// where `auto` finds neither, it is libvirtd's, as in Debian's build of libvirt.
  public static func resolve(
    _ uri: ConnectionURI, readOnly: Bool, in environment: ConnectionEnvironment, configuredMode: SocketMode? = nil
  ) throws(ConnectionURIError) -> UnixSocketPath {
    let parameters = try ConnectionParameters(uri)
    if let socket = parameters.socket { return UnixSocketPath(socket) }
    let session = uri.isSession(in: environment)
    let direct = standard("virt\(uri.driver)d", session: session, readOnly: readOnly, in: environment)
    let legacy = standard("libvirt", session: session, readOnly: readOnly, in: environment)
    switch parameters.mode ?? configuredMode ?? .auto {
    case .direct: return .path(direct)
    case .legacy: return .path(legacy)
    case .auto: return .path(environment.socketExists(direct) ? direct : legacy)
    }
  }

  /// The path of a daemon's socket. `daemon` is `libvirt` for libvirtd, else like `virtqemud`.
  ///
  /// A session's daemon has no read-only socket.
  public static func standard(
    _ daemon: String, session: Bool, readOnly: Bool, in environment: ConnectionEnvironment
  ) -> String {
    session
      ? "\(environment.runtimeDirectory)/libvirt/\(daemon)-sock"
      : "/var/run/libvirt/\(daemon)-sock\(readOnly ? "-ro" : "")"
  }
}

extension ConnectionURI {
  /// Whether the user's own daemon is meant: path `/session` or a scheme that begins `test+`, and the user is not root.
  public func isSession(in environment: ConnectionEnvironment) -> Bool {
    environment.effectiveUserID != 0 && (path == "/session" || scheme.hasPrefix("test+"))
  }
}
