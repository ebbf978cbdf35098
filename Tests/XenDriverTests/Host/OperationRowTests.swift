import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

/// What one of libvirt's calls is to xend: the operations with all their arguments.
struct OperationRow: Sendable, CustomTestStringConvertible {
  let name: String
  let releases: ClosedRange<XenRelease>
  let domain: String
  let sent: [[String: String]]
  let call: @Sendable (XendFixture, DomainRef) async throws -> Void

  init(
    _ name: String, in releases: ClosedRange<XenRelease> = .v3_0_2 ... .v4_1, on domain: String = "web1", sends sent: [[String: String]],
    _ call: @escaping @Sendable (XendFixture, DomainRef) async throws -> Void
  ) {
    (self.name, self.releases, self.domain, self.sent, self.call) = (name, releases, domain, sent, call)
  }

  var testDescription: String { name }
}

@Suite("What each call is to every xend", .serialized, .timeLimit(.minutes(20)))
struct OperationRowTests {
  private static let managing: ClosedRange<XenRelease> = .v3_0_4 ... .v4_1
  private static let file = "/nonexistent-virtsh/file"
  private static let card = "<interface type='bridge'><mac address='00:16:3e:00:00:01'/><source bridge='xenbr0'/></interface>"

  /// Ignores that the simulated host has no such file.
  private static func failing(_ body: () async throws -> Void) async {
    await #expect(throws: LibvirtError.self) { try await body() }
  }

  static let rows: [OperationRow] = [
    OperationRow("suspend", sends: [["op": "pause"]]) { try await $0.driver.call(Remote.domainSuspend, $1) },
    OperationRow("resume", sends: [["op": "unpause"]]) { try await $0.driver.call(Remote.domainResume, $1) },
    OperationRow("shutdown", sends: [["op": "shutdown", "reason": "poweroff"]]) { try await $0.driver.call(Remote.domainShutdown, $1) },
    OperationRow("reboot", sends: [["op": "shutdown", "reason": "reboot"]]) { try await $0.driver.call(Remote.domainReboot, $1, 0) },
    OperationRow("destroy", sends: [["op": "destroy"]]) { try await $0.driver.call(Remote.domainDestroy, $1) },
    OperationRow("reset", in: .v3_3 ... .v4_1, on: "win3", sends: [["op": "reset"]]) {
      try await $0.driver.call(Remote.domainReset, $1, 0)
    },
    OperationRow("rename", sends: [["op": "rename", "name": "new"]]) { _ = try await $0.driver.call(Remote.domainRename, $1, "new", 0) },
    OperationRow("start", in: managing, sends: [["op": "destroy"], ["op": "start"]]) {
      try await $0.driver.call(Remote.domainDestroy, $1)
      try await $0.driver.call(Remote.domainCreate, $1)
    },
    OperationRow("undefine", in: managing, sends: [["op": "destroy"], ["op": "delete"]]) {
      try await $0.driver.call(Remote.domainDestroy, $1)
      try await $0.driver.call(Remote.domainUndefine, $1)
    },
    OperationRow("save", sends: [["op": "save", "file": file]]) { xend, domain in
      await failing { try await xend.driver.call(Remote.domainSave, domain, file) }
    },
    OperationRow("restore", sends: [["op": "restore", "file": file]]) { xend, _ in
      await failing { try await xend.driver.call(Remote.domainRestore, file) }
    },
    OperationRow("dump", in: managing, sends: [["op": "dump", "file": file, "live": "0", "crash": "1", "reset": "0"]]) { xend, domain in
      await failing { try await xend.driver.call(Remote.domainCoreDump, domain, file, DomainCoreDumpFlags.crash.rawValue) }
    },
    OperationRow("setmem", sends: [["op": "mem_target_set", "target": "24"]]) {
      try await $0.driver.call(Remote.domainSetMemory, $1, 24 << 10)
    },
    OperationRow("setmaxmem", sends: [["op": "maxmem_set", "memory": "48"]]) {
      try await $0.driver.call(Remote.domainSetMaxMemory, $1, 48 << 10)
    },
    OperationRow("setvcpus", sends: [["op": "set_vcpus", "vcpus": "1"]]) { try await $0.driver.call(Remote.domainSetVcpus, $1, 1) },
    OperationRow("vcpuinfo", sends: []) { xend, domain in
      _ = try await xend.driver.call(Remote.domainGetVcpus, domain, 4, 1)
      let last = await xend.simulator.requests.last
      #expect(last?.method == "GET" && last?.arguments == ["op": "vcpuinfo"])
    },
    OperationRow("vcpupin", in: .v3_4 ... .v4_1, sends: [["op": "pincpu", "vcpu": "1", "cpumap": "0,2"]]) {
      try await $0.driver.call(Remote.domainPinVcpu, $1, 1, Opaque([0b101]))
    },
    OperationRow("vcpupin, where the list would be ignored", in: .v3_0_2 ... .v3_3, sends: []) { xend, domain in
      await failing { try await xend.driver.call(Remote.domainPinVcpu, domain, 1, Opaque([0b101])) }
    },
    OperationRow(
      "schedinfo", in: .v3_0_3 ... .v4_1,
      sends: [
        ["op": "domain_sched_credit_get"], ["op": "domain_sched_credit_get"],
        ["op": "domain_sched_credit_set", "weight": "512", "cap": "0"],
      ]
    ) {
      _ = try await $0.driver.call(Remote.domainGetSchedulerParameters, $1, 2)
      try await $0.driver.call(Remote.domainSetSchedulerParameters, $1, [TypedParameter(field: "weight", value: .uint(512))])
    },
    OperationRow("attach", sends: [["op": "device_create", "config": "(vif (mac 00:16:3e:00:00:01) (bridge xenbr0) (script vif-bridge))"]])
    {
      try await $0.driver.call(Remote.domainAttachDevice, $1, card)
    },
    OperationRow(
      "detach",
      sends: [
        ["op": "devices", "type": "vif"], ["op": "device_destroy", "type": "vif", "dev": "0", "force": "0", "rm_cfg": "1"],
        ["op": "device_destroy", "type": "vbd", "dev": "51712", "force": "0", "rm_cfg": "1"],
      ]
    ) {
      try await $0.driver.call(
        Remote.domainDetachDevice, $1, "<interface type='bridge'><mac address='00:16:3e:00:00:01'/><source bridge='xenbr0'/></interface>")
      try await $0.driver.call(Remote.domainDetachDevice, $1, "<disk><source file='/srv/it&apos;s/1.img'/><target dev='xvda'/></disk>")
    },
    OperationRow(
      "migrate",
      sends: [
        [
          "op": "migrate", "destination": "other", "live": "1", "port": "0", "resource": "0", "node": "-1", "ssl": "0",
          "change_home_server": "0",
        ]
      ]
    ) { try await $0.driver.call(Remote.domainMigratePerform, $1, Opaque([]), "other", UInt64(DomainMigrateFlags.live.rawValue), nil, 0) },
    OperationRow("create", sends: [["op": "create", "config": ""], ["op": "wait_for_devices"], ["op": "unpause"]]) { xend, _ in
      _ = try await xend.create(XendFixture.xml("new"))
    },
    OperationRow("define", in: managing, sends: [["op": "new", "config": ""]]) { xend, _ in
      _ = try await xend.define(XendFixture.xml("new"))
    },
    OperationRow("autostart", in: managing, sends: [["op": "new", "config": ""]]) { xend, domain in
      try await xend.driver.call(Remote.domainSetAutostart, domain, 1)
      #expect(await xend.arguments.last?["config"]?.contains("(on_xend_start start)") == true)
    },
  ]

  @Test("the operations and their arguments are those that xend knows", arguments: rows, XenRelease.allCases)
  func operations(_ row: OperationRow, _ release: XenRelease) async throws {
    guard row.releases.contains(release) else { return }
    try await XendFixture.with(release, domains: 3) { (xend) async throws in
      let domain = try await xend.domain(row.domain)
      await xend.simulator.forgetRequests()
      try await row.call(xend, domain)
      // Documents have tests of their own.
      let sent = await xend.arguments.map { arguments in
        var arguments = arguments
        if ["create", "new"].contains(arguments["op"]) { arguments["config"] = arguments["config"].map { _ in "" } }
        return arguments
      }
      #expect(sent == row.sent)
      let paths = await xend.simulator.requests.filter { $0.operation != nil && $0.method == "POST" }.map(\.path)
      let own = release >= .v3_0_4 ? "xend/domain/\(domain.uuid)" : "xend/domain/\(row.domain)"
      for (path, arguments) in zip(paths, sent) where row.name != "create" {
        #expect(path == (["new", "restore"].contains(arguments["op"]) ? "xend/domain" : own))
      }
    }
  }

  @Test("what is in a CD drive changes", arguments: [XenRelease.v3_0_3, .v3_1, .v3_4, .v4_1])
  func compactDisc(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 3) { (xend) async throws in
      let domain = try await xend.domain("win3")
      func drive(_ source: String) -> String {
        "<disk type='file' device='cdrom'>\(source)<target dev='hdc' bus='ide'/><readonly/></disk>"
      }
      try await xend.driver.call(Remote.domainAttachDevice, domain, drive("<source file='/srv/one.iso'/>"))
      await xend.simulator.forgetRequests()
      try await xend.driver.call(Remote.domainUpdateDeviceFlags, domain, drive("<source file='/srv/two.iso'/>"), 0)
      let sent = await xend.arguments
      #expect(sent.count == 1 && sent.first?["op"] == "device_configure" && sent.first?["dev"] == "5632")
      #expect(sent.first?["config"]?.hasPrefix("(vbd ") == true)
      let xml = try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0)
      #expect(xml.contains("/srv/two.iso") && !xml.contains("/srv/one.iso"))
    }
  }

  @Test("a migrated domain's definition goes where that is asked for, and stays at the other end")
  func migratedDefinition() async throws {
    try await XendFixture.with(domains: 2) { (xend) async throws in
      let (first, second) = (try await xend.domain("web1"), try await xend.domain("web2"))
      let flags: DomainMigrateFlags = [.live, .undefineSource]
      try await xend.driver.call(Remote.domainMigratePerform, first, Opaque([]), "other", UInt64(flags.rawValue), nil, 0)
      try await xend.driver.call(Remote.domainMigratePerform, second, Opaque([]), "other", 0, nil, 0)
      #expect(await xend.operations == ["migrate", "delete", "migrate"])
      #expect(await xend.states == ["Domain-0": "running", "web2": "halted"])
      let here = try await xend.create(XendFixture.xml("here"))
      await xend.simulator.forgetRequests()
      let persist = UInt64(DomainMigrateFlags.persistDest.rawValue)
      for (flags, operations) in [(UInt64(0), []), (persist, ["new"])] {
        #expect(try await xend.driver.call(Remote.domainMigrateFinish, "here", Opaque([]), "xenmigr://dom0/", flags) == here)
        #expect(await xend.operations == operations)
      }
      try await xend.driver.call(Remote.domainDestroy, here)
      #expect(await xend.states["here"] == "halted")
    }
  }
}
