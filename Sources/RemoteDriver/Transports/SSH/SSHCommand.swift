import ConnectionURI
import Drivers
import Glibc

/// The call of ssh for a URI, to the letter as libvirt 9.0.0 has it for `+ssh`.
///
/// The transports of ssh libraries, `+libssh` and `+libssh2`, are carried by the same ssh: their parameters become its options.
struct SSHCommand {
  /// Where it goes.
  let destination: SSHDestination
  /// What it runs there.
  let remote: RemoteCommand
  /// The program and its arguments.
  let words: [String]

  /// The call for a URI. Throws for a host or user that could be taken for something else, and for parameters that are wrong.
  init(
    _ uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext, hasTerminal: Bool = Self.hasTerminal
  ) throws {
    destination = try uri.sshDestination()
    remote = try RemoteCommand(uri, parameters, context)
    let isLibrary = parameters.transport != .ssh
    var words = [parameters.command ?? "ssh"]
    if let port = uri.port ?? parameters.transport.defaultPort { words += ["-p", "\(port)"] }
    if let user = destination.user ?? (isLibrary ? "root" : nil) { words += ["-l", user] }
    if let key = parameters.keyFile { words += ["-i", key] }
    words += ["-T", "-e", "none"]
    // Where nobody may be asked, ssh must not ask at the terminal by itself. Without a terminal it is as with libvirt: ssh finds
    // nobody, or the program in SSH_ASKPASS.
    if parameters.noTTY || !context.dialogue.isPossible && hasTerminal { words += ["-o", "BatchMode=yes"] }
    if isLibrary {
      words += try LibraryOptions(uri, parameters, context).words
    } else if parameters.noVerify {
      words += ["-o", "StrictHostKeyChecking=no"]
    }
    self.words = words + ["--", destination.host, remote.text]
  }

  /// Whether we have a controlling terminal, which ssh would ask at.
  static var hasTerminal: Bool {
    let descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }
}
