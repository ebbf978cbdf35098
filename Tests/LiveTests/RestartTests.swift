import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// A session whose libvirtd is killed and started again under its hands.
@Suite(.timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"))
struct RestartTests {
  private static func definition(_ name: String) -> String {
    """
    <domain type='\(access("/dev/kvm", W_OK) == 0 ? "kvm" : "qemu")'>
      <name>\(name)</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='pc'>hvm</type></os>
      <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
    </domain>
    """
  }

  /// Every changing command of a session is told to be done or not, and reaches the daemon once at most.
  private struct Changes {
    /// Line number, domain, procedure, and what is printed when it is done.
    var commands: [(line: Int, name: String, procedure: Int32, done: String)] = []

    func check(_ output: String, _ calls: [RoundTripProxy.Call]) {
      for command in commands {
        let isTold = output.contains(command.done) || output.contains("stdin:\(command.line): error: ")
        #expect(isTold, "line \(command.line) about \(command.name) says nothing")
        let name = Array(command.name.utf8)
        let count = calls.count { $0.procedure == command.procedure && $0.payload.contains(name) }
        #expect(count <= 1, "\(command.name): procedure \(command.procedure) was called \(count) times")
        // What was done was asked for.
        if output.contains(command.done) { #expect(count == 1, "line \(command.line) was done without a call") }
      }
    }
  }

  @Test func fiftyTimes() async throws {
    let daemon = try await RestartableLibvirtd()
    let proxySocket = daemon.folder + "/proxy"
    let proxy = try await RoundTripProxy.start(at: proxySocket, target: daemon.socket)
    let session = try PipedProgram(SideBySide.program, ["--keep-going", "-c", "qemu+unix:///system?socket=\(proxySocket)"])
    var changes = Changes()
    var line = 0
    let times = Int(getenv("VIRTSH_TEST_RESTARTS").map { String(cString: $0) } ?? "") ?? 50
    func send(_ text: String) {
      line += 1
      session.send(text)
    }
    send("subscribe")
    send("echo begin.")
    let hasBegun = try await session.waits(for: "begin.")
    #expect(hasBegun)
    for round in 1...times {
      let name = "round-\(1000 + round)"
      let file = "\(daemon.folder)/guest.xml"
      try Self.definition(name).write(to: file)
      let copy = "\(daemon.folder)/\(name).xml"
      try Self.definition(name).write(to: copy)
      send("list --all --name")
      send("define \(copy)")
      changes.commands.append((line, name, Remote.domainDefineXml.number, "Domain '\(name)' defined from"))
      send("start \(name)")
      changes.commands.append((line, name, Remote.domainCreate.number, "Domain '\(name)' started"))
      send("list")
      send("destroy \(name)")
      changes.commands.append((line, name, Remote.domainDestroy.number, "Domain '\(name)' destroyed"))
      send("echo end of round \(round).")
      // Each time another command is hit.
      try await Task.sleep(for: .milliseconds(round * 37 % 600))
      daemon.kill()
      try await daemon.start()
      let hasEnded = try await session.waits(for: "end of round \(round).")
      #expect(hasEnded, "round \(round) hangs")
      // The events are back as soon as the connection is.
      send("undefine \(name)")
      changes.commands.append((line, name, Remote.domainUndefineFlags.number, "Domain '\(name)' has been undefined"))
      try Self.definition("event-\(1000 + round)").write(to: copy)
      send("define \(copy)")
      let hasEvent = try await session.waits(for: "event 'lifecycle' for domain 'event-\(1000 + round)': Defined Added")
      #expect(hasEvent, "round \(round): no event")
      send("undefine event-\(1000 + round)")
      unlink(copy)
      unlink(file)
    }
    send("echo over.")
    let isOver = try await session.waits(for: "over.")
    #expect(isOver)
    let output = session.output
    changes.check(output, proxy.calls)
    let status = try await session.end()
    #expect(status == 0 || status == 1 || status == 3, "\(String(describing: status))")
    // Guests whose end was hit.
    let uri = "qemu+unix:///system?socket=\(daemon.socket)"
    for round in 1...times { _ = try await ProgramRun.run("/usr/bin/virsh", ["-q", "-c", uri, "destroy", "round-\(1000 + round)"]) }
    await proxy.stop()
    daemon.kill()
    _ = try await ProgramRun.run("/bin/rm", ["-rf", daemon.folder])
  }
}
