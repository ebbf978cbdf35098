import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// libvirt's own client with our daemon: what we write on the wire is what it reads.
@Suite(.timeLimit(.minutes(20)), .enabled(if: access("/usr/bin/virsh", X_OK) == 0, "needs virsh"))
struct VirshTests {
  private static func with(
    domains: Int = 0, _ body: (TestDaemon, @escaping @Sendable (String...) async throws -> ProgramRun) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.madeUpDomains = domains
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let result: Result<Void, any Error>
    do {
      try await body(daemon) { (words: String...) in
        try await ProgramRun.run("/usr/bin/virsh", ["-c", "test+unix:///default?socket=\(daemon.path)"] + words)
      }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await daemon.stop()
    folder.remove("daemon")
    try result.get()
  }

  @Test func lists() async throws {
    try await Self.with(domains: 4) { _, virsh in
      let run = try await virsh("list", "--all")
      #expect(
        run.output == """
           Id   Name     State
          -------------------------
           1    test     running
           2    guest0   running
           3    guest2   running
           -    guest1   shut off
           -    guest3   shut off


          """)
      #expect(run.errors.isEmpty)
      #expect(run.status == 0)
    }
  }

  @Test func printsADefinition() async throws {
    try await Self.with { _, virsh in
      let run = try await virsh("dumpxml", "test")
      #expect(run.output.hasPrefix("<domain type='test' id='1'>\n  <name>test</name>\n"))
      #expect(run.status == 0)
    }
  }

  @Test func stopsAndStarts() async throws {
    try await Self.with { daemon, virsh in
      let run = try await virsh("destroy test; domstate test; start test; domstate test; destroy nosuch")
      #expect(run.output == "Domain 'test' destroyed\n\nshut off\n\nDomain 'test' started\n\nrunning\n\n\n")
      #expect(run.errors == "error: failed to get domain 'nosuch'\n")
      #expect(run.status == 1)
      #expect(daemon.sessionCount == 0)
    }
  }

  @Test func seesEvents() async throws {
    try await Self.with { daemon, virsh in
      async let listening = virsh("event", "--event", "lifecycle", "--timeout", "250")
      while !daemon.received.contains(Remote.connectDomainEventCallbackRegisterAny.number) {
        try await Task.sleep(for: .milliseconds(10))
      }
      _ = try await virsh("suspend", "test")
      let run = try await listening
      #expect(run.output == "event 'lifecycle' for domain 'test': Suspended Paused\nevents received: 1\n\n")
      #expect(run.status == 0)
    }
  }

  @Test func isRefusedChangesReadOnly() async throws {
    try await Self.with { _, virsh in
      let run = try await virsh("-r", "destroy test; list --name")
      #expect(run.output == "\ntest\n\n")
      #expect(
        run.errors == "error: Failed to destroy domain 'test'\n"
          + "error: operation forbidden: read only access prevents virDomainDestroy\n")
    }
  }

  @Test func recognizesAnUnknownProcedure() async throws {
    try await Self.with { _, virsh in
      let run = try await virsh("secret-list")
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("error: unknown procedure: \(Remote.connectNumOfSecrets.number)\n"))
    }
  }

  @Test func isToldThatADriverIsMissing() async throws {
    try await Self.with { daemon, _ in
      let run = try await ProgramRun.run("/usr/bin/virsh", ["-c", "nosuch+unix:///x?socket=\(daemon.path)", "list"])
      #expect(
        run.errors == "error: failed to connect to the hypervisor\nerror: no connection driver available for nosuch:///x\n")
    }
  }

  /// virsh pings each second; the daemon's answers keep the connection.
  @Test func staysAliveByKeepalive() async throws {
    try await Self.with { _, virsh in
      let run = try await virsh("-k1", "-K8", "event", "--event", "lifecycle", "--timeout", "12")
      #expect(run.output == "event loop timed out\nevents received: 0\n\n")
    }
  }
}
