import ConnectionURI
import Drivers
import Testing

@testable import RemoteDriver

/// What the last words of ssh, and of what it ran, mean to the user.
@Suite struct SSHMeaningTests {
  private func meaning(_ words: String, status: Int32 = 127, _ uri: String = "qemu+ssh://h/system") throws -> ProgramMeaning {
    let uri = try ConnectionURI(parsing: uri)
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false }
    let command = try SSHCommand(uri, ConnectionParameters(uri), OpenContext(environment: environment))
    return SSHMeaning(command).meaning(of: ProgramEnd(status: .exited(status), words: words, hasSpoken: false))
  }

  @Test(arguments: [
    "sh: 1: nc: not found", "bash: line 1: nc: command not found", "-bash: nc: command not found", "zsh:1: command not found: nc",
    "fish: Unknown command: nc", "nc: Command not found.", "ksh: nc: inaccessible or not found", "sh: nc: not found",
    "ash: nc: not found", "fish: Unknown command: 'nc'", "Welcome to h\nsh: 1: nc: not found", "",
  ])
  func netcatIsMissing(words: String) throws {
    #expect(try meaning(words).text?.hasPrefix("h has neither virt-ssh-helper nor nc: install") == true)
    #expect(try meaning(words, "qemu+ssh://h/system?proxy=netcat").text?.hasPrefix("h has no nc: install netcat-openbsd") == true)
  }

  @Test func theMissingProgramIsNamed() throws {
    #expect(try meaning("sh: 1: /opt/nc: not found", "qemu+ssh://h/?netcat=/opt/nc").text?.hasPrefix("h has no /opt/nc: ?netcat=") == true)
    #expect(
      try meaning("bash: line 1: /opt/nc: No such file or directory", "qemu+ssh://h/?netcat=/opt/nc").text?
        .hasPrefix("h has no /opt/nc: ?netcat=") == true)
    #expect(
      try meaning("sh: 1: virt-ssh-helper: not found", "qemu+ssh://h/?proxy=native").text?.hasPrefix("h has no virt-ssh-helper: ") == true)
    // Neither of them.
    #expect(try meaning("/opt/my-ssh: 2: exec: ssh: not found").text?.hasPrefix("ssh was not found: ") == true)
    #expect(try meaning("bash: line 1: sh: command not found").text?.hasPrefix("sh was not found: by the shell on h") == true)
    let library =
      "virt-ssh-helper: error while loading shared libraries: libvirt.so.0: cannot open shared object file: No such file or directory"
    #expect(try meaning(library).text?.contains("lacks a library") == true)
    #expect(try meaning("This account is for mail only.").text == nil)
  }

  @Test(arguments: [
    ("virsh-user@h: Permission denied (publickey,password).", true), ("Host key verification failed.", true),
    ("Received disconnect from ::1 port 22:2: Too many authentication failures", true),
    ("ssh: connect to host h port 22: Connection refused", false), ("ssh: connect to host h port 22: No route to host", false),
    ("ssh: Could not resolve hostname h: Name or service not known", false), ("kex_exchange_identification: read: Connection reset", false),
  ])
  func aRefusalIsToldFromAnObstacle(words: String, isRefusal: Bool) throws {
    #expect(try meaning(words, status: 255).isRefusal == isRefusal)
    #expect(try !meaning(words, status: 1).isRefusal)
  }

  @Test func theLayerOfSASLIsForProgramsOfWhichNothingIsKnown() async throws {
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false }
    for (uri, security) in [
      ("qemu+ext:///system?command=/bin/cat", ChannelSecurity.plain), ("qemu+ssh://h/system?command=/bin/cat", .local),
    ] {
      let uri = try ConnectionURI(parsing: uri)
      let transport = try RemoteDriver.transport(for: uri, ConnectionParameters(uri), OpenContext(environment: environment))
      let channel = try await transport.connect(by: nil)
      #expect(await transport.security(of: channel) == security)
      try? await channel.close()
      await transport.settle()
    }
  }
}
