import CommandLanguage
import Commands
import Testing

/// Every kind that an option of virsh 9.0.0 names has its source, though not every command is here yet.
@Suite struct CompletionKindTests {
  /// The kinds whose values a hypervisor knows.
  static let asked = """
    allocpages-pagesize cellno checkpoint cpu-model domain domain-active domain-active+has-checkpoint domain-blockjob-base-top
    domain-console domain-cpulist domain-device-alias domain-disk-target domain-fs-mountpoints domain-has-checkpoint domain-has-snapshot
    domain-inactive domain-interface domain-interface-state domain-io-thread-id domain-managedsave domain-migrate-disks domain-other
    domain-paused domain-persistent domain-running domain-shutoff domain-undefine-storage-disks domain-uuid domain-vcpu domain-vcpulist
    domain-vcpulist-via-agent interface interface-active interface-inactive interface-mac network network-active network-dhcp-mac
    network-inactive network-persistent network-port network-uuid node-cpu nodedev nwfilter nwfilter-binding pool pool-active
    pool-inactive pool-persistent secret snapshot volume volume-key
    """

  /// The kinds with words of their own: as virsh offers them, and how many it has.
  static let words = [
    ("arch", "alpha", 36), ("codeset-name", "linux", 10), ("domain-core-dump-format", "elf", 5),
    ("domain-dirty-rate-calc-mode", "page-sampling", 3), ("domain-event-name", "lifecycle", 27), ("domain-hostname-source", "agent", 2),
    ("domain-interface-addr-source", "lease", 3), ("domain-interface-source-mode", "server", 2), ("domain-lifecycle", "poweroff", 3),
    ("domain-lifecycle-action", "destroy", 6), ("domain-migrate-comp-methods", "xbzrle", 2), ("domain-numatune-mode", "strict", 4),
    ("domain-perf-disable", "cmt", 22), ("domain-perf-enable", "cmt", 22), ("domain-shutdown-mode", "acpi", 5),
    ("domain-signal", "nop", 65), ("domain-storage-file-format", "raw", 16), ("domain-virt-type", "qemu", 16),
    ("keycode-name", "KEY_RESERVED", 439), ("network-event-name", "lifecycle", 1), ("network-update-command", "add", 5),
    ("network-update-section", "bridge", 12), ("node-device-capability-name", "system", 22), ("node-device-event-name", "lifecycle", 2),
    ("node-device-pci-backend", "default", 4), ("node-suspend-target", "mem", 3), ("pool-event-name", "lifecycle", 2),
    ("pool-type", "dir", 14), ("secret-event-name", "lifecycle", 2), ("storage-vol-wipe-algorithm", "zero", 10),
  ]

  @Test(arguments: words) func wordsOfAKind(kind: String, first: String, count: Int) async throws {
    let values = await Completer(context: try TestSession().context).values(of: kind)
    #expect(values.first == first)
    #expect(values.count == count)
    #expect(Set(values).count == count)
  }

  @Test func noKindIsMissing() {
    let asked = Self.asked.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(asked.count + Self.words.count + 2 == 86)
    #expect(
      Completer.kinds
        == Set(
          asked + Self.words.map(\.0)
            + ["command", "file", "program", "connection-uri", "output-form", "list-columns", "list-sort", "list-where"]))
    for kind in asked { #expect(Completer.origin(of: CompletionQuestion(kind)) != nil, "\(kind)") }
    for kind in Self.words { #expect(Completer.origin(of: CompletionQuestion(kind.0)) == nil, "\(kind)") }
  }

  /// Whatever is asked of a host that has nothing of the kind, the answer is none, and no error.
  @Test func nobodyHasToAnswer() async throws {
    let completer = Completer(context: try TestSession().context)
    for kind in Completer.kinds { _ = await completer.values(of: kind) }
    #expect(await completer.values(of: "snapshot") == [])
  }

  @Test func virshOffersNoneWhereItsTablesHaveIt() async throws {
    let session = try TestSession()
    let virsh = Completer(dialect: .virsh, commands: session.commands) { try await session.connection() }
    #expect(await virsh.values(of: "arch").first == "none")
    #expect(await virsh.values(of: "connection-uri") == [])
  }

  @Test func keysOfOtherCodeSets() async throws {
    let session = try TestSession()
    let anything = session.commands.entries[0].bind([])
    let entry = CommandEntry<any Command>(
      info: CommandInfo("send-key", group: CommandGroup(keyword: "domain", title: ""), abstract: ""),
      options: OptionList([OptionSpecification("codeset", kind: .string)])
    ) { _ in anything }
    let command = ParsedCommand(entry: entry, values: [ParsedValue(option: 0, raw: "win32")])
    #expect(await Completer(context: session.context).values(of: "keycode-name", command: command).first == "VK_ESCAPE")
  }
}
