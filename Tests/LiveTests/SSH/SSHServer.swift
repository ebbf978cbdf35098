import Glibc
import TestDaemonKit

/// An sshd of a test's own on a free port, with keys of its own, and a way to call ssh that knows them.
///
/// What is run on the far side is run by a script, whose beginning a test can choose.
final class SSHServer {
  let folder: SocketFolder
  let port: UInt16
  private var pid = pid_t()

  /// Starts an sshd. `isKnown`: its key is among the known hosts.
  init(isKnown: Bool = true) async throws {
    folder = try SocketFolder()
    port = try Self.freePort()
    chmod(folder.path, 0o755)
    mkdir("/run/sshd", 0o755)
    for name in ["host", "user"] {
      let run = try await ProgramRun.run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path(name)])
      guard run.status == 0 else { throw CannotStart(reason: run.errors) }
    }
    try text("user.pub").write(to: path("authorized"))
    try begin(with: "")
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(path("host"))
    PidFile none
    AuthorizedKeysFile \(path("authorized"))
    StrictModes no
    PermitRootLogin yes
    PasswordAuthentication yes
    KbdInteractiveAuthentication no
    UsePAM no
    MaxStartups 1000
    ForceCommand \(path("far"))

    """.write(to: path("sshd_config"))
    try know(isKnown ? "host.pub" : nil)
    try configure("IdentityFile \(path("user"))\nIdentityAgent none")
    try script("#!/bin/sh\nexec /usr/bin/ssh -F \(path("config")) \"$@\"\n", "ssh")
    try await start()
  }

  /// The path of a file of the server's.
  func path(_ name: String) -> String { folder.socket(name) }

  /// A URI that goes through it. `more` begins with `&`.
  func uri(user: String = "", socket: String, more: String = "") -> String {
    "test+ssh://\(user.isEmpty ? "" : user + "@")127.0.0.1:\(port)/default?command=\(path("ssh"))&socket=\(socket)\(more)"
  }

  /// What the far side does before it runs what it is asked to.
  func begin(with lines: String) throws { try script("#!/bin/sh\n\(lines)\nexec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"\n", "far") }

  /// Has ssh know this key as the server's, or none.
  func know(_ key: String?) throws {
    try (key.map { "[127.0.0.1]:\(port) \(try text($0))" } ?? "").write(to: path("known_hosts"))
  }

  /// What ssh's own configuration says.
  func configure(_ lines: String) throws {
    try "Host *\nUserKnownHostsFile \(path("known_hosts"))\nGlobalKnownHostsFile /dev/null\n\(lines)\n".write(to: path("config"))
  }

  /// Writes a program.
  func script(_ text: String, _ name: String) throws {
    try text.write(to: path(name))
    chmod(path(name), 0o755)
  }

  /// What a file holds.
  func text(_ name: String) throws -> String {
    guard let file = fopen(path(name), "r") else { throw CannotStart(reason: name) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Ends it and removes what it had.
  func remove() {
    guard pid > 0 else { return }
    kill(pid, SIGTERM)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    pid = 0
    folder.remove(
      "host", "host.pub", "user", "user.pub", "authorized", "far", "sshd_config", "known_hosts", "config", "ssh", "log", "askpass", "asked")
  }

  deinit { remove() }

  private func start() async throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path("log"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var words = ProgramRun.copies(["/usr/sbin/sshd", "-D", "-e", "-f", path("sshd_config")])
    var variables = ProgramRun.copies(["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"])
    defer { for pointer in words + variables { free(pointer) } }
    guard posix_spawn(&pid, "/usr/sbin/sshd", &actions, nil, &words, &variables) == 0 else { throw CannotStart(reason: "spawn") }
    for _ in 0..<500 {
      if try text("log").contains("Server listening") { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw CannotStart(reason: try text("log"))
  }

  private static func freePort() throws -> UInt16 {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw CannotStart(reason: "no port") }
    return UInt16(bigEndian: address.sin_port)
  }

  struct CannotStart: Error { let reason: String }
}
