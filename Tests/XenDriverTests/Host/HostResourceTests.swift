import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Memory, processors and devices of domains behind xend", .timeLimit(.minutes(20)))
struct HostResourceTests {
  private func message(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: LibvirtError.self) { try await body() }?.message
  }

  @Test("memory goes to xend in MiB, rounded up, and never above the maximum")
  func memory() async throws {
    try await XendFixture.with { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1", memory: 64))
      try await xend.driver.call(Remote.domainSetMemory, domain, 32_769)
      #expect(try await xend.driver.call(Remote.domainGetInfo, domain).memory == 33 << 10)
      #expect(
        await message { try await xend.driver.call(Remote.domainSetMemory, domain, 65 << 10) }
          == "invalid argument: cannot set memory higher than max memory")
      try await xend.driver.call(Remote.domainSetMaxMemory, domain, 128 << 10)
      #expect(try await xend.driver.call(Remote.domainGetMaxMemory, domain) == 128 << 10)
      let sent = await xend.simulator.requests.filter { $0.operation?.contains("mem") == true }.map(\.arguments)
      #expect(sent == [["op": "mem_target_set", "target": "33"], ["op": "maxmem_set", "memory": "128"]])
    }
  }

  @Test("processors")
  func processors() async throws {
    try await XendFixture.with { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1", vcpus: 4))
      try await xend.driver.call(Remote.domainSetVcpus, domain, 2)
      #expect(try await xend.driver.call(Remote.domainGetInfo, domain).nrVirtCpu.rawValue == 2)
      #expect(try await xend.driver.call(Remote.domainGetMaxVcpus, domain) == 4)
      #expect(await message { try await xend.driver.call(Remote.domainSetVcpus, domain, 5) } != nil)
      #expect(await message { try await xend.driver.call(Remote.domainSetVcpus, domain, 0) } != nil)
      let answer = try await xend.driver.call(Remote.domainGetVcpus, domain, 8, 1)
      #expect(answer.info.count == 4)
      #expect(answer.info.map(\.number) == [0, 1, 2, 3])
      #expect(answer.cpumaps.bytes.count == 4)
    }
  }

  @Test("pinning, where xend reads the list rightly", arguments: [XenRelease.v3_4, .v4_0])
  func pinning(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1", vcpus: 2))
      try await xend.driver.call(Remote.domainPinVcpu, domain, 1, Opaque([0b0101]))
      #expect(try await xend.driver.call(Remote.domainGetVcpus, domain, 2, 1).cpumaps.bytes[1] == 0b0101)
      #expect(try await xend.driver.call(Remote.domainGetVcpuPinInfo, domain, 2, 1, 0).cpumaps.bytes[1] == 0b0101)
      #expect(await message { try await xend.driver.call(Remote.domainPinVcpu, domain, 7, Opaque([1])) } != nil)
    }
  }

  @Test("pinning is refused where xend would use all processors", arguments: XenRelease.allCases.filter { $0 < .v3_4 })
  func noPinning(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1", vcpus: 2))
      await xend.simulator.forgetRequests()
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainPinVcpu, domain, 1, Opaque([1])) }
      #expect(error?.isUnsupported == true && error?.str3?.contains("3.4") == true)
      #expect(await xend.operations.isEmpty)
    }
  }

  @Test("weight and cap of the credit scheduler", arguments: XenRelease.allCases.filter { $0 >= .v3_0_3 })
  func credit(_ release: XenRelease) async throws {
    try await XendFixture.with(release, scheduler: "credit") { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      let type = try await xend.driver.call(Remote.domainGetSchedulerType, domain)
      #expect(type.type == "credit" && type.nparams == 2)
      #expect(try await xend.driver.call(Remote.domainGetSchedulerParameters, domain, 2).map(\.value) == [.uint(256), .uint(0)])
      try await xend.driver.call(Remote.domainSetSchedulerParameters, domain, [TypedParameter(field: "cap", value: .uint(50))])
      #expect(try await xend.driver.call(Remote.domainGetSchedulerParameters, domain, 2).map(\.value) == [.uint(256), .uint(50)])
      for (field, value) in [("weight", TypedParameterValue.uint(0)), ("cap", .uint(101)), ("shares", .uint(1)), ("weight", .string("x"))] {
        #expect(
          await message {
            try await xend.driver.call(Remote.domainSetSchedulerParameters, domain, [TypedParameter(field: field, value: value)])
          }?.hasPrefix("invalid argument: ") == true)
      }
    }
  }

  @Test("the times of the sedf scheduler")
  func sedf() async throws {
    try await XendFixture.with(.v3_1, scheduler: "sedf") { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      #expect(try await xend.driver.call(Remote.domainGetSchedulerType, domain).type == "sedf")
      let before = try await xend.driver.call(Remote.domainGetSchedulerParameters, domain, 5)
      try await xend.driver.call(
        Remote.domainSetSchedulerParameters, domain, [TypedParameter(field: "slice", value: .ullong(5_000_000))])
      let after = try await xend.driver.call(Remote.domainGetSchedulerParameters, domain, 5)
      #expect(after.map(\.field) == ["period", "slice", "latency", "extratime", "weight"])
      #expect(after[1].value == .ullong(5_000_000) && after[0] == before[0])
    }
  }

  @Test("a domain's start with the host is part of its document", arguments: XenRelease.allCases.filter { $0 >= .v3_0_4 })
  func autostart(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.define(XendFixture.xml("web1"))
      #expect(try await xend.driver.call(Remote.domainGetAutostart, domain) == 0)
      let before = try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0)
      for isOn: Int32 in [1, 1, 0] {
        try await xend.driver.call(Remote.domainSetAutostart, domain, isOn)
        #expect(try await xend.driver.call(Remote.domainGetAutostart, domain) == isOn)
      }
      #expect(try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0) == before)
      #expect(await xend.operations == ["new", "new", "new"])
    }
  }

  @Test("an old xend keeps no definition that a device could be added to", arguments: XenRelease.allCases.filter { $0 < .v3_0_4 })
  func devicesOfATransientDomain(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      let disk = "<disk type='file'><source file='/a'/><target dev='xvdb' bus='xen'/></disk>"
      for flags: DomainDeviceModifyFlags in [.config, [.live, .config]] {
        let error = await #expect(throws: LibvirtError.self) {
          try await xend.driver.call(Remote.domainAttachDeviceFlags, domain, disk, flags.rawValue)
        }
        #expect(error?.message == "Requested operation is not valid: cannot modify device on transient domain")
      }
      #expect(await xend.operations.isEmpty)
    }
  }

  @Test(
    "an old xend does not say which scheduler it has, unless it has credit's values", arguments: XenRelease.allCases.filter { $0 < .v3_1 })
  func unknownScheduler(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 1, scheduler: "sedf") { (xend) async throws in
      let domain = try await xend.domain("web1")
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetSchedulerType, domain) }
      #expect(error?.message == "operation failed: Xen before 3.1 does not say which scheduler it has")
    }
  }

  @Test("disks and network cards come and go")
  func devices() async throws {
    try await XendFixture.with { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      let disk = "<disk type='file'><source file='/srv/a b.img'/><target dev='xvdb' bus='xen'/></disk>"
      let card = "<interface type='bridge'><mac address='00:16:3E:10:20:30'/><source bridge='xenbr0'/></interface>"
      try await xend.driver.call(Remote.domainAttachDevice, domain, disk)
      try await xend.driver.call(Remote.domainAttachDeviceFlags, domain, card, DomainDeviceModifyFlags.live.rawValue)
      let xml = try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0)
      #expect(xml.contains("<source file='/srv/a b.img'/>") && xml.lowercased().contains("00:16:3e:10:20:30"))
      try await xend.driver.call(Remote.domainDetachDevice, domain, card)
      try await xend.driver.call(Remote.domainDetachDevice, domain, disk)
      let rest = try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0)
      #expect(!rest.contains("/srv/a b.img") && !rest.lowercased().contains("00:16:3e:10:20:30"))
      #expect(
        await xend.simulator.requests.filter { $0.operation == "device_destroy" }.map(\.arguments) == [
          ["op": "device_destroy", "type": "vif", "dev": "0", "force": "0", "rm_cfg": "1"],
          ["op": "device_destroy", "type": "vbd", "dev": "51728", "force": "0", "rm_cfg": "1"],
        ])
      #expect(await message { try await xend.driver.call(Remote.domainDetachDevice, domain, card) }?.hasPrefix("device not found") == true)
    }
  }

  @Test("what is attached where a disk is already: a CD changes, all else is refused", arguments: [XenRelease.v3_0_3, .v3_4, .v4_1])
  func takenTarget(_ release: XenRelease) async throws {
    func disk(_ device: String, _ target: String, _ source: String) -> String {
      "<disk type='file' device='\(device)'><source file='\(source)'/><target dev='\(target)'/></disk>"
    }
    try await XendFixture.with(release, domains: 3) { (xend) async throws in
      let domain = try await xend.domain("win3")
      try await xend.driver.call(Remote.domainAttachDevice, domain, disk("cdrom", "hdc", "/one.iso"))
      try await xend.driver.call(Remote.domainAttachDevice, domain, disk("cdrom", "hdc", "/two.iso"))
      #expect(await xend.operations == ["device_create", "device_configure"])
      #expect(await xend.arguments.last?["dev"] == "5632")
      for (device, target) in [("disk", "hda"), ("cdrom", "hda"), ("disk", "hdc")] {
        #expect(
          await message { try await xend.driver.call(Remote.domainAttachDevice, domain, disk(device, target, "/x.img")) }
            == "Requested operation is not valid: target '\(target)' already exists")
      }
      #expect(await xend.operations.count == 2)
    }
  }

  @Test("a disk goes by what its driver is to xend, though its target alone is said", arguments: [XenRelease.v3_0_3, .v3_4])
  func tapDisk(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      let disk = "<disk type='file'><driver name='tap' type='qcow'/><source file='/srv/a.qcow'/><target dev='xvdb' bus='xen'/></disk>"
      try await xend.driver.call(Remote.domainAttachDevice, domain, disk)
      try await xend.driver.call(
        Remote.domainDetachDevice, domain, "<disk type='file'><source file='/srv/a.qcow'/><target dev='xvdb'/></disk>")
      #expect(await xend.arguments.last == ["op": "device_destroy", "type": "tap", "dev": "51728", "force": "0", "rm_cfg": "1"])
    }
  }

  @Test("the host, its memory and its logs")
  func host() async throws {
    try await XendFixture.with { (xend) async throws in
      #expect(try await xend.driver.call(Remote.connectGetType) == "Xen")
      #expect(try await xend.driver.call(Remote.connectGetVersion) == 3_004_000)
      #expect(try await xend.driver.call(Remote.connectGetHostname) == "dom0.lab.example")
      #expect(try await xend.driver.call(Remote.nodeGetInfo).cpus == 4)
      #expect(try await xend.driver.call(Remote.nodeGetFreeMemory) > 0)
      #expect(try await xend.driver.call(Remote.connectGetCapabilities).contains("<guest>"))
      for log in XenLog.allCases { #expect(!(try await xend.driver.call(Xen.nodeGetLog, log.rawValue)).isEmpty) }
      await #expect(throws: LibvirtError.unsupported("virConnectDomainEventRegisterAny")) {
        try await xend.driver.subscribe(.domain(.lifecycle), nil)
      }
    }
  }
}
