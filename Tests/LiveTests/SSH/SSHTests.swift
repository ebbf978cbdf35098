import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing

/// Real ssh to a real sshd.
@Suite(.serialized, .enabled(if: SSHServer.isPossible, "an sshd of one's own needs root"), .timeLimit(.minutes(20)))
struct SSHTests {
  private func open(
    _ uri: String, readOnly: Bool = false, deadline: ContinuousClock.Instant? = nil, listener: Listener = Listener()
  ) async throws -> any Driver {
    let environment = ConnectionEnvironment(variables: ["HOME": "/nowhere"], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    return try await RemoteDriver.open(
      ConnectionURI(parsing: uri),
      OpenContext(isReadOnly: readOnly, environment: environment, deadline: deadline, dialogue: listener))
  }

  private func failure(_ uri: String) async throws -> LibvirtError {
    do {
      let driver = try await open(uri)
      await driver.close()
    } catch let error as LibvirtError { return error }
    throw NoFailure()
  }

  private struct NoFailure: Error {}

  @Test func aKeyOpensTheWayBothWays() async throws {
    try await SSHServer.withDaemon { server, daemon in
      for user in ["", "root", Tester.name].compactMap(\.self) {
        let driver = try await open(server.uri(user: user, socket: daemon.path))
        #expect(try await driver.call(Remote.connectGetHostname).isEmpty == false)
        await driver.close()
        let reader = try await open(server.uri(user: user, socket: daemon.path), readOnly: true)
        await #expect(throws: LibvirtError.self) { try await reader.call(Remote.domainCreateXml, "<domain/>", 0) }
        await reader.close()
      }
    }
  }

  @Test func anAgentHasTheKey() async throws {
    try await SSHServer.withDaemon { server, daemon in
      let agent = server.path("agent")
      defer { unlink(agent) }
      // The agent lives as long as ssh, which finds the key nowhere else.
      try server.configure("IdentityFile none")
      try server.script(
        """
        #!/bin/sh
        exec /usr/bin/ssh-agent -a \(agent) sh -c '/usr/bin/ssh-add -q \(server.path("user")); exec /usr/bin/ssh -F \(server.path("config")) "$@"' sh "$@"

        """, "ssh")
      let driver = try await open(server.uri(socket: daemon.path))
      await driver.close()
    }
  }

  @Test(.enabled(if: Tester.password != nil, "no user with a password")) func aPasswordIsAskedOfTheUser() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try server.configure("IdentityFile none\nIdentityAgent none")
      try server.script("#!/bin/sh\necho \"$1\" >> \(server.path("asked"))\necho '\(Tester.password ?? "")'\n", "askpass")
      try server.script(
        "#!/bin/sh\nSSH_ASKPASS=\(server.path("askpass")) SSH_ASKPASS_REQUIRE=force exec /usr/bin/ssh -F \(server.path("config")) \"$@\"\n",
        "ssh")
      let driver = try await open(server.uri(user: Tester.name ?? "", socket: daemon.path))
      await driver.close()
      #expect(server.text("asked").contains("password"))
    }
  }

  @Test func anUnknownKeyIsAskedAboutOrRefused() async throws {
    try await SSHServer.withDaemon(isKnown: false) { server, daemon in
      let error = try await failure(server.uri(socket: daemon.path))
      #expect(error.message == "Cannot recv data: Host key verification failed.: Connection reset by peer")
      #expect(error.str3?.contains("not known yet") == true)
      try server.script("#!/bin/sh\necho \"$1\" >> \(server.path("asked"))\necho yes\n", "askpass")
      try server.script(
        "#!/bin/sh\nSSH_ASKPASS=\(server.path("askpass")) SSH_ASKPASS_REQUIRE=force exec /usr/bin/ssh -F \(server.path("config")) \"$@\"\n",
        "ssh")
      let listener = Listener()
      let driver = try await open(server.uri(socket: daemon.path), listener: listener)
      await driver.close()
      #expect(server.text("asked").contains("authenticity"))
      #expect(listener.lines.contains { $0.hasPrefix("Warning: Permanently added") })
      #expect(listener.lendings == 1 && !listener.isLent)
    }
  }

  @Test func aChangedKeyIsRefused() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try server.know("user.pub")
      let error = try await failure(server.uri(socket: daemon.path))
      #expect(error.message.contains("REMOTE HOST IDENTIFICATION HAS CHANGED"))
      #expect(error.str3?.contains("has changed") == true)
    }
  }

  @Test func librariesOfSSHAreCarriedToo() async throws {
    try await SSHServer.withDaemon(isKnown: false) { server, daemon in
      for transport in ["libssh", "libssh2"] {
        let known = server.path("known-\(transport)")
        defer { unlink(known) }
        let more = "&known_hosts=\(known)&known_hosts_verify=auto&keyfile=\(server.path("user"))&sshauth=privkey"
        let uri = server.uri(socket: daemon.path, more: more).replacing("+ssh:", with: "+\(transport):")
        let driver = try await open(uri)
        await driver.close()
        #expect(access(known, F_OK) == 0)
      }
    }
  }

  @Test(arguments: [
    ("netcat", "has no nc: install", "sh: 1: nc: not found"), ("native", "has no virt-ssh-helper", "sh: 1: virt-ssh-helper: not found"),
    ("auto", "has neither virt-ssh-helper nor nc", "sh: 1: nc: not found"),
  ])
  func whatIsMissingOnTheFarSide(proxy: String, meaning: String, words: String) async throws {
    try await SSHServer.withDaemon { server, daemon in
      let folder = try SocketFolder()
      chmod(folder.path, 0o755)
      defer { folder.remove("sh", "grep", "which") }
      for name in ["sh", "grep", "which"] { symlink("/usr/bin/\(name)", folder.socket(name)) }
      try server.begin(with: "PATH=\(folder.path); export PATH")
      let error = try await failure(server.uri(socket: daemon.path, more: "&proxy=\(proxy)"))
      #expect(error.message.hasPrefix("End of file while reading data: ") && error.message.contains(words))
      #expect(error.str3?.hasPrefix("127.0.0.1 \(meaning)") == true)
    }
  }

  @Test func theHelperComesFirst() async throws {
    try await SSHServer.withDaemon { server, daemon in
      let folder = try SocketFolder()
      chmod(folder.path, 0o755)
      defer { folder.remove("virt-ssh-helper", "used") }
      let helper = folder.socket("virt-ssh-helper")
      try "#!/bin/sh\necho \"$@\" > \(folder.socket("used"))\nexec /usr/bin/nc -U \(daemon.path)\n".write(to: helper)
      chmod(helper, 0o755)
      try server.begin(with: "PATH=\(folder.path):$PATH; export PATH")
      let driver = try await open(server.uri(socket: "/nowhere", more: "&proxy=auto"), readOnly: true)
      await driver.close()
      #expect(access(folder.socket("used"), F_OK) == 0)
    }
  }

  @Test func aStartFileThatPrintsIsNamedWithTheHost() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try server.begin(with: "echo Please log out again")
      let error = try await failure(server.uri(socket: daemon.path))
      #expect(error.message == "packet 1349281117 bytes received from server too large, want 33554432")
      #expect(error.str3?.hasPrefix("127.0.0.1 printed text before the protocol: «Please log out again»") == true)
    }
  }

  @Test func theRemoteCommandDiesInMidSession() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try server.script("#!/bin/sh\n/usr/bin/timeout 2 /usr/bin/nc -U \(daemon.path)\necho gone >&2\nexit 3\n", "far")
      let driver = try await open(server.uri(socket: daemon.path))
      #expect(await driver.closure.wait() == .endOfFile)
      await #expect(throws: (any Error).self) { try await driver.call(Remote.connectGetHostname) }
    }
  }

  @Test(arguments: ["-oProxyCommand=touch%20MARK", "%3Btouch%20MARK", "$(touch%20MARK)", "a%20b", "`touch%20MARK`"])
  func nothingIsRunForStrangeNames(name: String) async throws {
    let folder = try SocketFolder()
    defer { folder.remove() }
    let name = name.replacing("MARK", with: folder.socket("mark").replacing("/", with: "%2F"))
    for uri in ["test+ssh://\(name)/default", "test+ssh://\(name)@127.0.0.1:1/default"] {
      await #expect(throws: (any Error).self) { try await open(uri) }
    }
    #expect(access(folder.socket("mark"), F_OK) != 0)
  }

  @Test func aDeadlineAndACancellationEndSSH() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try server.script("#!/bin/sh\necho $$ >> \(server.path("asked"))\nexec sleep 600\n", "ssh")
      let uri = server.uri(socket: daemon.path)
      await #expect(throws: LibvirtError.self) { try await open(uri, deadline: .now + .seconds(8)) }
      let attempt = Task { try await open(uri) }
      let areRunning = try await server.waits { $0.text("asked").split(separator: "\n").count == 2 }
      #expect(areRunning)
      attempt.cancel()
      await #expect(throws: (any Error).self) { try await attempt.value }
      for line in server.text("asked").split(separator: "\n") {
        let process = try #require(pid_t(line))
        #expect(kill(process, 0) != 0, "\(process)")
      }
    }
  }
}
