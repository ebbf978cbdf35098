/// The daemon that is started on demand for a user's own connections, and what it is started with.
public struct SessionDaemon: Sendable, Hashable {
  /// The program: a path, or a name or relative path that is looked for in the folders of `PATH`.
  public let program: String
  /// The folder of the user's sockets, which has to be there first.
  public let folder: String
  /// The file whose POSIX write lock on its first byte keeps two clients from starting a daemon at once.
  public let lockFile: String
  /// The environment that it gets, `NAME=value`; nothing else of ours reaches it.
  public let variables: [String]

  /// What it is called with: it ends by itself when nobody has used it for 120 seconds.
  public let arguments = ["--timeout=120"]

  /// The daemon to be started for a URI; nil where none is: for root and the system's daemon, for a socket that the URI names, and with
  /// `LIBVIRT_AUTOSTART=0`.
  ///
  /// Its program is in the folder that `VIRTD_PATH`, else `LIBVIRTD_PATH` names, by default in `/usr/sbin`. An empty value is a value:
  /// then the program is looked for in `PATH`.
  public init?(
    for uri: ConnectionURI, in environment: ConnectionEnvironment, configuredMode: SocketMode? = nil
  ) throws(ConnectionURIError) {
    guard uri.isSession(in: environment), environment.variables["LIBVIRT_AUTOSTART"] != "0", uri.parameter("socket") == nil,
      case .path(let socket) = try UnixSocketPath.resolve(uri, readOnly: false, in: environment, configuredMode: configuredMode)
    else { return nil }
    let base = socket.split(separator: "/").last?.dropLast("-sock".count) ?? ""
    let name = base == "libvirt" ? "libvirtd" : String(base)
    let place = environment.variables["VIRTD_PATH"] ?? environment.variables["LIBVIRTD_PATH"] ?? "/usr/sbin"
    program = Self.path(of: name, in: place)
    folder = "\(environment.runtimeDirectory)/libvirt"
    lockFile = "\(folder)/\(name).lock"
    variables = Self.variables(from: environment.variables)
  }

  /// As GLib builds file names: one slash between folder and name, none where there is no folder.
  private static func path(of name: String, in folder: String) -> String {
    guard !folder.isEmpty else { return name }
    var folder = Substring(folder)
    while folder.hasSuffix("/") { folder = folder.dropLast() }
    return "\(folder)/\(name)"
  }

  /// What libvirt hands on to programs, and the user's folders.
  private static func variables(from all: [String: String]) -> [String] {
    let names = [
      "LD_PRELOAD", "LD_LIBRARY_PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
    ]
    return ["LC_ALL=C", "PATH=\(all["PATH"] ?? "/bin:/usr/bin")"] + names.compactMap { name in all[name].map { "\(name)=\($0)" } }
  }
}
