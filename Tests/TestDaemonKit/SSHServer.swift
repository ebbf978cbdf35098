import Glibc
import Processes

/// An sshd of a test's own on a free port, with keys of its own, and a way to call ssh that knows them.
///
/// What is run on the far side is run by a script, whose beginning a test can choose. It needs root.
public final class SSHServer {
  /// Whether there is an sshd, and we may start it.
  public static let isPossible = geteuid() == 0 && access("/usr/sbin/sshd", X_OK) == 0

  /// Where its files are.
  public let folder: SocketFolder
  /// Where it listens, on 127.0.0.1.
  public let port: UInt16
  private let namespace: pid_t?
  private var process: ChildProcess?

  /// Starts an sshd, in the mount namespace of a process if one is given. `isKnown`: its key is among the known hosts.
  public init(isKnown: Bool = true, namespaceOf process: pid_t? = nil) async throws {
    namespace = process
    folder = try SocketFolder()
    port = try LoopbackPort.findFree()
    chmod(folder.path, 0o755)
    mkdir("/run/sshd", 0o755)
    for name in ["host", "user"] {
      let keygen = try ChildProcess(["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path(name)], .participant)
      guard keygen.wait() == .exited(0) else { throw CannotStart(reason: "ssh-keygen") }
    }
    try admit(true)
    try begin(with: "")
    // The default way to agree upon keys takes ten times as long.
    try """
    Port \(port)
    KexAlgorithms curve25519-sha256
    ListenAddress 127.0.0.1
    HostKey \(path("host"))
    PidFile none
    AuthorizedKeysFile \(path("authorized"))
    StrictModes no
    PermitRootLogin yes
    PasswordAuthentication yes
    KbdInteractiveAuthentication no
    UsePAM no
    UseDNS no
    PrintMotd no
    MaxStartups 1000
    ForceCommand \(path("far"))

    """.write(to: path("sshd_config"))
    try know(isKnown ? "host.pub" : nil)
    try configure("IdentityFile \(path("user"))\nIdentityAgent none")
    try script("#!/bin/sh\nexec /usr/bin/ssh -F \(path("config")) \"$@\"\n", "ssh")
    try await start()
  }

  /// The path of a file of the server's.
  public func path(_ name: String) -> String { folder.socket(name) }

  /// What a file holds; empty if there is none.
  public func text(_ name: String) -> String { path(name).contents }

  /// A URI of the test host that goes through it. `more` begins with `&`; without a socket the daemon's usual one is meant.
  public func uri(_ transport: String = "ssh", user: String = "", socket: String? = nil, more: String = "") -> String {
    "test+\(transport)://\(user.isEmpty ? "" : user + "@")127.0.0.1:\(port)/default?command=\(path("ssh"))"
      + (socket.map { "&socket=\($0)" } ?? "") + more
  }

  /// What the far side does before it runs what it is asked to.
  public func begin(with lines: String) throws { try script("#!/bin/sh\n\(lines)\nexec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"\n", "far") }

  /// Whether the user's key lets in.
  public func admit(_ isAdmitted: Bool) throws { try (isAdmitted ? text("user.pub") : "").write(to: path("authorized")) }

  /// Has ssh know this key as the server's, or none.
  public func know(_ key: String?) throws {
    try (key.map { "[127.0.0.1]:\(port) \(text($0))" } ?? "").write(to: path("known_hosts"))
  }

  /// What ssh's own configuration says.
  public func configure(_ lines: String) throws {
    try "Host *\nUserKnownHostsFile \(path("known_hosts"))\nGlobalKnownHostsFile /dev/null\n\(lines)\n".write(to: path("config"))
  }

  /// Writes a program.
  public func script(_ text: String, _ name: String) throws {
    // One that runs can't be written to.
    unlink(path(name))
    try text.write(to: path(name))
    chmod(path(name), 0o755)
  }

  /// Starts it, at the same port as before.
  public func start() async throws {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let log = open(path("log"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { for descriptor in [null, log] { close(descriptor) } }
    let enter = namespace.map { ["/usr/bin/nsenter", "--target", "\($0)", "--mount"] } ?? []
    process = try ChildProcess(
      enter + ["/usr/sbin/sshd", "-D", "-e", "-f", path("sshd_config")], .participant,
      streams: ChildProcess.Streams(input: null, output: log, errors: log),
      variables: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"])
    guard try await waits(until: { LoopbackPort.answers($0.port) }) else { throw CannotStart(reason: text("log")) }
  }

  /// Ends it. Connections stay.
  public func stop() {
    process?.signal(SIGTERM)
    _ = process?.wait()
    process = nil
  }

  /// Ends it and removes what it had.
  public func remove() {
    stop()
    folder.remove(
      "host", "host.pub", "user", "user.pub", "authorized", "far", "sshd_config", "known_hosts", "known_hosts.old", "config", "ssh", "log",
      "askpass", "asked", "ext", "plain")
  }

  deinit { remove() }

  /// What its log says.
  public struct CannotStart: Error {
    let reason: String

    /// Why there is no server.
    public init(reason: String) { self.reason = reason }
  }
}

/// The ordinary user of the tests, who has a password.
public enum Tester {
  /// The name; nil where there is none.
  public static let name = getenv("VIRTSH_TEST_USER").map { String(cString: $0) }
  /// The password.
  public static let password = getenv("VIRTSH_TEST_PASSWORD").map { String(cString: $0) }
}
