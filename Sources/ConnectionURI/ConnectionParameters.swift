/// Which of a daemon's sockets to use (`mode=`).
public enum SocketMode: String, Sendable, Hashable, CaseIterable {
  /// The driver's own socket where it exists, else libvirtd's.
  case auto
  /// The driver's own socket, `virtqemud-sock`.
  case direct
  /// libvirtd's socket, `libvirt-sock`.
  case legacy
}

/// What carries a connection to the socket on the far side of ssh (`proxy=`).
public enum ProxyMode: String, Sendable, Hashable, CaseIterable {
  /// virt-ssh-helper where it is installed, else netcat.
  case auto
  case netcat
  /// virt-ssh-helper.
  case native
}

/// The client's own parameters of a connection URI with their types. A parameter given twice counts the last time.
public struct ConnectionParameters: Sendable, Hashable {
  /// How the daemon is reached.
  public let transport: ConnectionTransport
  /// `mode=`, nil when not given.
  public let mode: SocketMode?
  /// `proxy=`, nil when not given.
  public let proxy: ProxyMode?
  /// `socket=`: the path of the unix socket here or on the far side; `@` begins an abstract one.
  public let socket: String?
  /// `command=`: the ssh program; what the ext transport runs.
  public let command: String?
  /// `netcat=`: the netcat program of the far side.
  public let netcat: String?
  /// `keyfile=`: the private key for ssh.
  public let keyFile: String?
  /// `authfile=`: the file with credentials.
  public let authFile: String?
  /// `known_hosts=`: the file of known host keys.
  public let knownHosts: String?
  /// `pkipath=`: the folder of all certificates and keys for TLS.
  public let pkiPath: String?
  /// `tls_priority=`: a GnuTLS priority string.
  public let tlsPriority: String?
  /// `no_verify=`: do not check the server's certificate or host key.
  public let noVerify: Bool
  /// `no_tty=`: ssh shall ask nothing.
  public let noTTY: Bool
  /// `no_sanity=`: do not check the client's own certificate files.
  public let noSanity: Bool

  /// Reads the parameters of `uri`, with libvirt's checks in libvirt's order. All are checked, whatever the transport.
  public init(_ uri: ConnectionURI) throws(ConnectionURIError) {
    transport = try uri.transport()
    var numbers = ["no_verify": false, "no_tty": false, "no_sanity": false]
    for parameter in uri.parameters {
      let name = PercentEncoding.asciiLowercased(parameter.name)
      guard numbers[name] != nil else { continue }
      guard let value = Self.integer(parameter.value) else { throw .badNumber(uri, parameter) }
      numbers[name] = value != 0
    }
    noVerify = numbers["no_verify"] ?? false
    noTTY = numbers["no_tty"] ?? false
    noSanity = numbers["no_sanity"] ?? false
    mode = try Self.choice(uri, "mode") { "Unknown remote mode '\($0)'" }
    // The misspelling is libvirt's.
    proxy = try Self.choice(uri, "proxy") { "Unnkown proxy type '\($0)'" }
    socket = uri.parameter("socket")
    command = uri.parameter("command")
    netcat = uri.parameter("netcat")
    keyFile = uri.parameter("keyfile")
    authFile = uri.parameter("authfile")
    knownHosts = uri.parameter("known_hosts")
    pkiPath = uri.parameter("pkipath")
    tlsPriority = uri.parameter("tls_priority")
    if transport.isSSH, mode == .direct { throw .directOverSSH(uri) }
    if transport == .ext, command == nil { throw .commandRequired(uri) }
    if transport.isSSH, netcat != nil, proxy == .native { throw .netcatWithNativeProxy(uri) }
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ uri: ConnectionURI, _ name: String, _ message: (String) -> String
  ) throws(ConnectionURIError) -> Choice? {
    guard let value = uri.parameter(name) else { return nil }
    guard let choice = Choice(rawValue: value) else {
      let parameter = ConnectionURIParameter(name, value)
      throw .badValue(uri, parameter, .remote, message(value), choices: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// A decimal number as C's strtol reads it into an int: blanks before it and a sign are allowed, nothing behind it.
  static func integer(_ text: String) -> Int32? {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]
    return Int32(String(decoding: text.utf8.drop { blanks.contains($0) }, as: UTF8.self))
  }
}
