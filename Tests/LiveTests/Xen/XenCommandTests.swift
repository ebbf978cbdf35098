import TestDaemonKit
import Testing

/// What an admin does with domains all day, on a Xen host: what xend has is done, the rest is refused in libvirt's words.
@Suite(.timeLimit(.minutes(20)), .enabled(if: XenScenario.isPossible, "needs root"))
struct XenCommandTests {
  /// Lines that work, and what their answers have in them. Each finds what those before have left.
  static let done: [(line: String, answer: [String])] = [
    ("vcpuinfo web1", ["CPU Affinity:   yyyy", "VCPU:           1"]), ("vcpuinfo web1 --pretty", ["CPU Affinity:   0-3 (out of 4)"]),
    ("vcpupin web1", [" 0      0-3", " 1      0-3"]), ("vcpupin web1 0 0", []), ("vcpupin web1 --vcpu 0", [" 0      0"]),
    ("vcpucount web1", ["maximum      live           2", "current      live           2"]), ("vcpucount web1 --maximum --live", ["2"]),
    ("setvcpus web1 1", []), ("vcpucount web1 --active --live", ["1"]), ("setmaxmem web1 1G", []), ("setmem web1 64M", []),
    ("dominfo web1", ["Max memory:     1048576 KiB", "Used memory:    65536 KiB"]), ("schedinfo web1", ["weight         : 256"]),
    ("schedinfo web1 --weight 300", ["weight         : 300"]), ("schedinfo web1", ["weight         : 300"]),
    ("suspend 'web*'", ["Domain 'web1' suspended", "Domain 'web2' suspended"]), ("domstate web1", ["paused"]),
    ("resume 'web*'", ["Domain 'web1' resumed", "Domain 'web2' resumed"]), ("reset win3", ["Domain 'win3' was reset"]),
    ("vncdisplay win3", [":3"]), ("domdisplay win3", ["vnc://localhost:3"]),
    ("attach-disk web1 /x.img xvdb", ["Disk attached successfully"]),
    ("domblklist web1", [" xvdb     /x.img"]), ("detach-disk web1 xvdb", ["Disk detached successfully"]),
    ("attach-disk win3 /one.iso hdc --type cdrom --mode readonly", ["Disk attached successfully"]),
    ("attach-disk win3 /two.iso hdc --type cdrom --mode readonly", ["Disk attached successfully"]),
    ("domblklist win3", [" hdc      /two.iso"]),
    ("attach-interface web1 bridge br0 --mac 00:16:3e:00:00:77", ["Interface attached successfully"]),
    ("domiflist web1", [" vif1.1      bridge   br0      -       00:16:3e:00:00:77"]),
    ("detach-interface web1 bridge --mac 00:16:3e:00:00:77", ["Interface detached successfully"]),
    ("desc web1", ["No description for domain: web1"]), ("desc web1 --title", ["No title for domain: web1"]), ("maxvcpus", ["32"]),
    ("freecell", ["Total: 15630336 KiB"]), ("domstats web1 --state", ["  state.state=2"]),
    ("save web1 FILE", ["Domain 'web1' saved to FILE"]), ("domstate web1", ["shut off"]), ("restore FILE", ["Domain restored from FILE"]),
    ("domstate web1", ["idle"]), ("domrename web2 other", ["Domain successfully renamed"]), ("domuuid other", []),
    ("destroy other", ["Domain 'other' destroyed"]), ("start other --force-boot", ["Domain 'other' started"]), ("destroy other", []),
    ("undefine other --managed-save", ["Domain 'other' has been undefined"]),
    ("edit win3", ["Domain 'win3' XML configuration not changed."]), ("list --all --columns name,pending,os", [" Domain-0   -         -"]),
  ]

  /// Lines that Xen cannot serve, and the last error.
  static let refused: [(line: String, error: String)] = [
    ("managedsave web1", "virDomainManagedSave"), ("managedsave-remove web1", "virDomainHasManagedSaveImage"),
    ("desc web1 words", "virDomainSetMetadata"), ("metadata web1 urn:x", "virDomainGetMetadata"),
    ("emulatorpin web1", "virDomainGetEmulatorPinInfo"), ("emulatorpin web1 0", "virDomainPinEmulator"),
    ("memtune web1", "virDomainGetMemoryParameters"), ("blkiotune web1", "virDomainGetBlkioParameters"),
    ("numatune web1", "virDomainGetNumaParameters"), ("numatune web1 --nodeset 0", "virDomainSetNumaParameters"),
    ("send-key web1 30", "virDomainSendKey"), ("iothreadinfo web1", "virDomainGetIOThreadInfo"),
    ("iothreadadd web1 1", "virDomainAddIOThread"), ("iothreaddel web1 1", "virDomainDelIOThread"),
    ("iothreadset web1 1 --poll-grow 1", "virDomainSetIOThreadParams"), ("iothreadpin web1 1 0", "virDomainPinIOThread"),
    ("cpu-stats web1", "virDomainGetCPUStats"), ("setvcpu web1 0 --disable", "virDomainSetVcpu"),
    ("domblkerror web1", "virDomainGetDiskErrors"), ("domblkinfo web1 xvda", "virDomainGetBlockInfo"),
    ("domblkstat web1 xvda", "virDomainBlockStats"), ("domcontrol web1", "virDomainGetControlInfo"),
    ("domifaddr web1", "virDomainInterfaceAddresses"), ("domifstat web1 vif1.0", "virDomainInterfaceStats"),
    ("dommemstat web1", "virDomainMemoryStats"), ("domtime web1", "virDomainGetTime"), ("sysinfo", "virConnectGetSysinfo"),
    ("nodecpumap", "virNodeGetCPUMap"), ("freecell --all", "virNodeGetCellsFreeMemory"),
    ("cpu-models x86_64", "virConnectGetCPUModelNames"), ("domcapabilities", "virConnectGetDomainCapabilities"),
    ("nodememstats", "virNodeGetMemoryStats"), ("nodecpustats", "virNodeGetCPUStats"), ("freepages --all", "virNodeGetFreePages"),
    ("allocpages 4K 1", "virNodeAllocPages"), ("node-memory-tune", "virNodeGetMemoryParameters"),
    ("nodesuspend mem 60", "virNodeSuspendForDuration"),
  ]

  /// What xends of some releases lack, or do not tell.
  static let lacking: [(release: String, line: String, lastLine: String)] = [
    ("3.0.2", "vncdisplay web1", "error: Failed to get VNC port. Is this domain using VNC?"),
    ("3.0.4", "vncdisplay web1", "error: The port of the VNC display of domain 'web1' is not known"),
    ("3.0.4", "domdisplay web1", "error: No graphical display found"),
    ("3.0.4", "reset win3", "hint: this version of xend does not have it, or wants it in another way"),
    ("3.0.4", "vcpupin web1 0 0", "hint: Xen before 3.4 reads a list of processors wrongly and would use all of them; this host has 3.0"),
    ("3.0.2", "schedinfo web1", "error: operation failed: Xen before 3.1 does not say which scheduler it has"),
    ("3.0.2", "autostart web1", "hint: Xen before 3.0.4 keeps no domains that do not run"),
    ("3.0.2", "undefine web1", "hint: Xen before 3.0.4 keeps no domains that do not run"),
  ]

  private func answers(_ lines: [String], release: String = "3.4") async throws -> XenAnswers {
    let asked = lines.enumerated().map { number, line in
      "say \(number) env EDITOR=true virtsh -c http://127.0.0.1:8001/ \"\(line.replacing("FILE", with: "$place/run/web1.save"))\""
    }
    return try await XenAnswers(of: (["start http xend --port 8001 --domains 3 --xen \(release)"] + asked).joined(separator: "\n"))
  }

  @Test(arguments: ["3.0.2", "3.0.4"])
  func whatAnOldXenLacksIsSaid(release: String) async throws {
    let rows = Self.lacking.filter { $0.release == release }
    let answers = try await answers(rows.map(\.line), release: release)
    for (number, row) in rows.enumerated() {
      let answer = answers["\(number)"]
      #expect(answer.status == 1 && answer.lines.last?.hasSuffix(row.lastLine) == true, "\(row.line): \(answer)")
    }
  }

  @Test func whatXenHasIsDone() async throws {
    let answers = try await answers(Self.done.map(\.line))
    for (number, (line, expected)) in Self.done.enumerated() {
      let answer = answers["\(number)"]
      #expect(answer.status == 0, "\(line): \(answer)")
      for text in expected {
        #expect(answer.lines.contains(text.replacing("FILE", with: "/var/lib/scenario/run/web1.save")), "\(line): \(answer)")
      }
    }
  }

  @Test func whatXenLacksIsRefusedInLibvirtsWords() async throws {
    let answers = try await answers(Self.refused.map(\.line))
    for (number, (line, function)) in Self.refused.enumerated() {
      let answer = answers["\(number)"]
      #expect(answer.status == 1, "\(line): \(answer)")
      let text = "error: this function is not supported by the connection driver: \(function)"
      #expect(answer.lines.last?.hasSuffix(text) == true, "\(line): \(answer)")
    }
  }
}
