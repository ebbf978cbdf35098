import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import Glibc
import Presentation
import TestDaemonKit
import Testing

/// What can be completed on a real libvirtd is what virsh completes there.
@Suite(
  .timeLimit(.minutes(20)),
  .enabled(if: LiveLibvirtd.socket != nil && access("/usr/bin/virsh", X_OK) == 0, "needs VIRTSH_TEST_LIBVIRTD_SOCKET and virsh"))
struct CompletionTests {
  /// A kind, and an option of virsh's that is completed by it, with what else has to be on its line.
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: String
    let command: String
    let givens: [(name: String, value: String)]
    let option: String

    init(_ kind: String, _ command: String, _ option: String, _ givens: (name: String, value: String)...) {
      (self.kind, self.command, self.option, self.givens) = (kind, command, option, givens)
    }

    var testDescription: String { "\(kind) of \(command) --\(option)" }
  }

  private static let domain = (name: "domain", value: "test")
  private static let pool = (name: "pool", value: "default-pool")

  static let cases: [Case] = [
    Case("network", "net-dumpxml", "network"), Case("network-active", "net-destroy", "network"),
    Case("network-inactive", "net-start", "network"), Case("network-persistent", "net-autostart", "network"),
    Case("network-uuid", "net-name", "network"), Case("network-dhcp-mac", "net-dhcp-leases", "mac", (name: "network", value: "default")),
    Case("network-port", "net-port-dumpxml", "port", (name: "network", value: "default")),
    Case("interface", "iface-dumpxml", "interface"), Case("interface-active", "iface-destroy", "interface"),
    Case("interface-inactive", "iface-start", "interface"), Case("interface-mac", "iface-name", "interface"),
    Case("pool", "pool-info", "pool"), Case("pool-active", "pool-destroy", "pool"), Case("pool-inactive", "pool-start", "pool"),
    Case("pool-persistent", "pool-undefine", "pool"), Case("volume", "vol-info", "vol", pool), Case("volume-key", "vol-name", "vol"),
    Case("nodedev", "nodedev-dumpxml", "device"), Case("secret", "secret-dumpxml", "secret"),
    Case("nwfilter", "nwfilter-dumpxml", "nwfilter"), Case("nwfilter-binding", "nwfilter-binding-dumpxml", "binding"),
    Case("domain", "dominfo", "domain"), Case("domain-active", "destroy", "domain"), Case("domain-inactive", "domrename", "domain"),
    Case("domain-has-snapshot", "snapshot-list", "domain"), Case("domain-has-checkpoint", "checkpoint-list", "domain"),
    Case("domain-managedsave", "managedsave-edit", "domain"), Case("domain-shutoff", "start", "domain"),
    Case("snapshot", "snapshot-info", "snapshotname", domain), Case("checkpoint", "checkpoint-info", "checkpointname", domain),
    Case("domain-disk-target", "domblkinfo", "device", domain), Case("domain-interface", "domifstat", "interface", domain),
    Case("domain-interface", "detach-interface", "mac", domain),
    Case("domain-interface-state", "domif-setlink", "state", domain, (name: "interface", value: "testnet0")),
    Case("domain-device-alias", "detach-device-alias", "alias", domain), Case("domain-console", "console", "devname", domain),
    Case("domain-vcpu", "vcpupin", "vcpu", domain), Case("domain-vcpulist", "setvcpu", "vcpulist", domain),
    Case("domain-io-thread-id", "iothreadpin", "iothread", domain), Case("domain-fs-mountpoints", "domfsfreeze", "mountpoint", domain),
    Case("domain-migrate-disks", "migrate", "migrate-disks", domain), Case("domain-cpulist", "emulatorpin", "cpulist", domain),
    Case("domain-blockjob-base-top", "blockcommit", "base", domain), Case("cellno", "freepages", "cellno"),
    Case("domain-vcpulist-via-agent", "guestvcpus", "cpulist", domain),
    Case("node-cpu", "nodecpustats", "cpu"), Case("allocpages-pagesize", "freepages", "pagesize"),
    Case("cpu-model", "hypervisor-cpu-baseline", "model"),
  ]

  /// libvirt's test host: a network, a pool, an interface and devices; of guests' details it knows most.
  @Test(arguments: cases) func ofTheTestHost(expected: Case) async throws {
    try await compare(expected, "test+unix:///default")
  }

  /// A real host, with the filters and devices that it has.
  @Test(
    arguments: cases.filter {
      ["nwfilter", "nodedev", "secret", "cellno", "allocpages-pagesize", "cpu-model", "interface"].contains($0.kind)
    })
  func ofARealHost(expected: Case) async throws {
    try await compare(expected, "qemu+unix:///system")
  }

  @Test func whatWasDefined() async throws {
    let name = "virtsh \(getpid()) 'n'"
    let uuid = "5e7a0e55-0000-4000-8000-0000\(String(UInt32(getpid()), radix: 16, uppercase: false).leftPadded(to: 8))"
    let folder = try SocketFolder()
    let files = [
      ("network", "<network><name>\(name)</name></network>"),
      ("pool", "<pool type='dir'><name>\(name)</name><target><path>\(folder.path)/pool</path></target></pool>"),
      ("secret", "<secret ephemeral='no'><uuid>\(uuid)</uuid><description>\(name)</description></secret>"),
    ]
    for (kind, xml) in files { try LiveLibvirtd.write(xml, to: folder.socket("\(kind).xml")) }
    let uri = "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")"
    let virsh = { (words: String...) in try await ProgramRun.run("/usr/bin/virsh", ["-c", uri] + words) }
    for (kind, command) in [("network", "net-define"), ("pool", "pool-define"), ("secret", "secret-define")] {
      #expect(try await virsh(command, folder.socket("\(kind).xml")).status == 0)
    }
    for (command, words) in [("pool-build", [name]), ("pool-start", [name]), ("vol-create-as", [name, "a volume", "1M"])] {
      let errors = try await ProgramRun.run("/usr/bin/virsh", ["-c", uri, command] + words).errors
      #expect(errors == "")
    }
    #expect(try await values("network-inactive", "network").contains(name))
    #expect(try await !values("network-active", "network").contains(name))
    #expect(try await values("pool-active", "pool").contains(name))
    #expect(try await values("volume", "vol", (name: "pool", value: name)) == ["a volume"])
    #expect(try await values("volume", "vol").contains("\(folder.path)/pool/a volume"))
    #expect(try await values("volume-key", "vol").contains("\(folder.path)/pool/a volume"))
    #expect(try await values("secret", "secret").contains(uuid))
    for (command, words) in [("vol-delete", ["a volume", name]), ("pool-destroy", [name]), ("pool-undefine", [name])] {
      #expect(try await ProgramRun.run("/usr/bin/virsh", ["-c", uri, command] + words).status == 0)
    }
    _ = try await virsh("net-undefine", name)
    _ = try await virsh("secret-undefine", uuid)
    rmdir(folder.socket("pool"))
    folder.remove("network.xml", "pool.xml", "secret.xml")
  }

  private func values(_ kind: String, _ option: String, _ givens: (name: String, value: String)...) async throws -> [String] {
    let driver = try await LiveLibvirtd.open("qemu+unix:///system")
    let values = try await Self.values(driver, kind, option, givens, dialect: .virtsh)
    await driver.close()
    return values
  }

  private func compare(_ expected: Case, _ uri: String) async throws {
    let driver = try await LiveLibvirtd.open(uri)
    let values = try await Self.values(driver, expected.kind, expected.option, expected.givens, dialect: .virsh)
    await driver.close()
    let words = expected.givens.flatMap { ["--\($0.name)", $0.value] }
    let run = try await ProgramRun.run(
      "/usr/bin/virsh",
      ["-c", "\(uri)?socket=\(LiveLibvirtd.socket ?? "")", "complete", "--", expected.command] + words + ["--\(expected.option)", ""])
    let theirs = run.output.split(separator: "\n").map(String.init)
    #expect(values.map { $0.escapedAsVirsh() }.sorted() == theirs.sorted())
  }

  /// What the completer finds for an option of a command that need not exist.
  private static func values(
    _ driver: any Driver, _ kind: String, _ option: String, _ givens: [(name: String, value: String)], dialect: Dialect
  ) async throws -> [String] {
    let connection = Connection(driver, uri: try ConnectionURI(parsing: "test:///default"), isReadOnly: false)
    let commands = Commands(groups: [], entries: [])
    let entry = CommandEntry<any Command>(
      info: CommandInfo("anything", group: CommandGroup(keyword: "", title: ""), abstract: ""),
      options: OptionList(givens.map { OptionSpecification($0.name, kind: .string) })
    ) { _ in Nothing() }
    let command = ParsedCommand(entry: entry, values: givens.indices.map { ParsedValue(option: $0, raw: givens[$0].value) })
    let completer = Completer(dialect: dialect, commands: commands) { connection }
    return await completer.values(for: CompletionQuestion(kind, option: option, command: command))
  }

  private struct Nothing: Command {
    static let info = CommandInfo("nothing", group: CommandGroup(keyword: "", title: ""), abstract: "")
    static let options = OptionTable<Self>.none
    func run(in context: Context) async throws -> Outcome { .done }
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String { String(repeating: "0", count: max(0, count - self.count)) + self }
}
