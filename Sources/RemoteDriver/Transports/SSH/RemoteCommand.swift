import ConnectionURI
import Drivers

/// The command that ssh runs on the far side, to the letter as libvirt 9.0.0 has it: virt-ssh-helper, netcat, or whichever is there.
struct RemoteCommand {
  /// Which of them.
  let proxy: ProxyMode
  /// The netcat program.
  let netcat: String
  /// The daemon's socket on the far side, for netcat.
  let socket: String
  private let name: String
  private let isReadOnly: Bool

  /// The command for a URI. Throws for parameters that contradict each other or libvirt.conf.
  init(_ uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext) throws {
    let isSession = uri.isSession(in: context.environment)
    var proxy: ProxyMode
    if let wanted = try parameters.proxy ?? context.configuration.remoteProxy {
      proxy = wanted
    } else {
      proxy = parameters.socket != nil ? .netcat : isSession ? .native : .auto
    }
    if parameters.netcat != nil {
      if proxy == .native { throw ConnectionURIError.netcatWithNativeProxy(uri) }
      proxy = .netcat
    }
    if parameters.mode == nil, try context.configuration.remoteMode == .direct { throw ConnectionURIError.directOverSSH(uri) }
    self.proxy = proxy
    netcat = parameters.netcat ?? "nc"
    socket =
      parameters.socket
      ?? UnixSocketPath.standard("libvirt", session: isSession, readOnly: context.isReadOnly, in: context.environment)
    name = uri.nameForServer
    isReadOnly = context.isReadOnly
  }

  /// The command, which the user's login shell on the far side gets as one word.
  var text: String {
    switch proxy {
    case .native: "sh -c '\(helper)'"
    case .netcat: "sh -c '\(throughNetcat)'"
    case .auto:
      "sh -c 'which virt-ssh-helper 1>/dev/null 2>&1; if test $? = 0; then     \(helper); else    \(throughNetcat); fi'"
    }
  }

  private var helper: String {
    // A name that begins like an option is none.
    let options = (isReadOnly ? "-r " : "") + (name.hasPrefix("-") ? "-- " : "")
    return "virt-ssh-helper \(options)'\(Self.twiceEscaped(name))'"
  }

  private var throughNetcat: String {
    let program = "'\(Self.twiceEscaped(netcat))'"
    // An old netcat needs -q0 to end with its input; it says so when asked for nothing.
    return "if \(program) -q 2>&1 | grep \"requires an argument\" >/dev/null 2>&1; then ARG=-q0;else ARG=;fi;\(program) $ARG -U \(path)"
  }

  /// The socket as a word. libvirt writes it as it is, which a blank breaks and a semicolon makes a command.
  private var path: String {
    let path = socket.hasPrefix("-") ? "./\(socket)" : socket
    return Self.escaped(path) == path ? path : "'\(Self.twiceEscaped(path))'"
  }

  /// A word for the inner of two shells; it stands between quotes that end and begin the outer shell's word.
  private static func twiceEscaped(_ word: String) -> String { escaped(escaped(word)) }

  /// A word as one shell reads it; left alone where it holds nothing that a shell knows.
  static func escaped(_ word: String) -> String {
    guard word.isEmpty || word.unicodeScalars.contains(where: special.contains) else { return word }
    return "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }

  private static let special = Set("\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".unicodeScalars)
}
