import Glibc
import TestDaemonKit
import Testing

/// A real guest of 64 MiB on a real libvirtd, through our program, with the real virsh beside it.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: LiveLibvirtd.socket != nil && access("/usr/bin/virsh", X_OK) == 0, "needs libvirtd and virsh"))
struct GuestTests {
  private static let name = "virtsh-live-guest-\(getpid())"

  private static var definition: String {
    """
    <domain type='\(access("/dev/kvm", W_OK) == 0 ? "kvm" : "qemu")'>
      <name>\(name)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='pc'>hvm</type></os>
      <devices><emulator>/usr/bin/qemu-system-x86_64</emulator><serial type='pty'/></devices>
    </domain>
    """
  }

  /// What is asked of both in each state of the guest. Times and the like are left out.
  private static let questions: [[String]] = [
    ["list", "--all"], ["list", "--all", "--title", "--managed-save"], ["list", "--uuid", "--name"], ["domstate", name, "--reason"],
    ["dumpxml", name], ["dumpxml", name, "--inactive"], ["domid", name], ["domuuid", name], ["domblklist", name, "--details"],
    ["domstats", name, "--state"], ["schedinfo", name], ["-r", "destroy", name], ["setvcpus", name, "2"],
    ["event", "--event", "reboot", "--timeout", "1"], ["define", "/nonexistent"], ["uri"], ["hostname"], ["nodeinfo"],
    ["version", "--daemon"],
  ]

  private func compare(_ both: SideBySide, _ state: String) async throws {
    for words in Self.questions {
      let (ours, virsh) = try await both.askUndisturbed(words)
      #expect(ours.output == virsh.output, "\(words) while \(state)")
      #expect(ours.errors == virsh.errors, "\(words) while \(state)")
      #expect(ours.status == virsh.status, "\(words) while \(state)")
    }
    // The processor time of a guest goes on between two questions.
    let (ours, virsh) = try await both.ask("dominfo", Self.name)
    func still(_ run: ProgramRun) -> [Substring] { run.output.split(separator: "\n").filter { !$0.hasPrefix("CPU time:") } }
    #expect(still(ours) == still(virsh), "dominfo while \(state)")
  }

  @Test func aWholeLifeAsVirshSeesIt() async throws {
    let folder = try SocketFolder()
    let file = folder.socket("guest.xml")
    try Self.definition.write(to: file)
    let both = try SideBySide(uri: "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")")
    _ = try await both.act("destroy \(Self.name); undefine \(Self.name)")

    let steps: [(words: [String], state: String, text: String)] = [
      (["define", file], "shut off", "Domain '\(Self.name)' defined from \(file)\n\n"),
      (["start", Self.name], "running", "Domain '\(Self.name)' started\n\n"),
      (["suspend", Self.name], "paused", "Domain '\(Self.name)' suspended\n\n"),
      (["resume", Self.name], "running again", "Domain '\(Self.name)' resumed\n\n"),
      (["destroy", Self.name], "destroyed", "Domain '\(Self.name)' destroyed\n\n"),
    ]
    for step in steps {
      let run = try await ProgramRun.run(both.ours, ["-c", both.uri] + step.words)
      #expect(run.output == step.text)
      #expect(run.status == 0, "\(run.errors)")
      try await compare(both, step.state)
    }
    let undefined = try await both.act("undefine", Self.name)
    #expect(undefined.output == "Domain '\(Self.name)' has been undefined\n\n")
    let gone = try await both.ask("domstate", Self.name)
    #expect(gone.ours.errors == gone.virsh.errors && gone.ours.status == 1)
    both.remove()
    folder.remove("guest.xml")
  }

  @Test func eventsAsTheyHappen() async throws {
    let folder = try SocketFolder()
    let file = folder.socket("guest.xml")
    try Self.definition.replacing(Self.name, with: Self.name + "-2").write(to: file)
    let both = try SideBySide(uri: "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")")
    _ = try await both.act("destroy \(Self.name)-2; undefine \(Self.name)-2")
    #expect(try await both.act("define", file).status == 0)
    let listener = try PipedProgram(
      both.ours, ["-c", both.uri, "event", "--domain", "\(Self.name)-2", "--event", "lifecycle", "--loop"])
    // The listener needs a moment to subscribe; what happens before is not heard.
    let hasHeard = try await Patience.waits { () async throws in
      #expect(try await both.act("start \(Self.name)-2; suspend \(Self.name)-2; resume \(Self.name)-2; destroy \(Self.name)-2").status == 0)
      return listener.output.contains("Started Booted")
    }
    #expect(hasHeard)
    #expect(try await listener.waits(for: "Stopped Destroyed"))
    kill(listener.pid, SIGINT)
    let lines = listener.output.split(separator: "\n").filter { $0.hasPrefix("event '") }
    #expect(try await listener.end() == 0)
    #expect(lines.contains("event 'lifecycle' for domain '\(Self.name)-2': Started Booted"))
    #expect(lines.contains("event 'lifecycle' for domain '\(Self.name)-2': Suspended Paused"))
    #expect(lines.last == "event 'lifecycle' for domain '\(Self.name)-2': Stopped Destroyed")
    _ = try await both.act("undefine \(Self.name)-2")
    both.remove()
    folder.remove("guest.xml")
  }
}

/// The whole program against a daemon with a thousand domains, its round trips counted on the wire.
@Suite(.timeLimit(.minutes(20)))
struct RoundTripTests {
  @Test func aThousandDomainsInFiveRoundTripsOpeningAndClosingIncluded() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.madeUpDomains = 1000
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let fewest = try await Patience.fewestRoundTrips(wanted: 5) { delay in
      let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: daemon.path, delay: delay)
      let run = try await ProgramRun.run(
        SideBySide.program, ["-c", "test+unix:///default?socket=\(proxy.path)", "--output", "name", "list", "--all"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.split(separator: "\n").count == 1001)
      await proxy.stop()
      return proxy.roundTrips
    }
    #expect(fewest <= 5)
    await daemon.stop()
    folder.remove("daemon", "proxy")
  }
}
