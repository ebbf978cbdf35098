import Drivers
import LibvirtProtocol
import XDR

extension XendHost {
  /// What a host behind xend answers. Everything else is "not supported by the connection driver".
  static let handlers: HandlerTable<XendHost> = {
    var table = HandlerTable<XendHost>()
    addConnection(to: &table)
    addLookup(to: &table)
    addInformation(to: &table)
    addLifecycle(to: &table)
    addResources(to: &table)
    addDevicesAndSaving(to: &table)
    return table
  }()

  private static func addConnection(to table: inout HandlerTable<XendHost>) {
    table.on(Remote.connectGetType) { _ in "Xen" }
    table.on(Remote.connectGetVersion) { try await $0.freshNode().version }
    table.on(Remote.connectGetLibVersion) { _ in libraryVersion }
    table.on(Remote.connectGetHostname) { try await $0.freshNode().host }
    table.on(Remote.connectGetUri) { $0.uri }
    table.on(Remote.connectGetCapabilities) { try await $0.freshNode().capabilities() }
    table.on(Remote.connectGetMaxVcpus) { _, _ in maximumVcpus }
    table.on(Remote.connectIsSecure) { $0.client.address.isLocal ? 1 : 0 }
    table.on(Remote.nodeGetInfo) { try await $0.freshNode().nodeInfo }
    table.on(Xen.nodeGetLog) { try await $0.log($1) }
    table.on(Remote.nodeGetFreeMemory) { try await $0.freshNode().freeMemory }
  }

  private static func addLookup(to table: inout HandlerTable<XendHost>) {
    table.on(Remote.domainLookupById) { try await $0.lookUp(id: $1) }
    table.on(Remote.domainLookupByName) { try await $0.lookUp(name: $1) }
    table.on(Remote.domainLookupByUuid) { try await $0.lookUp(uuid: $1) }
    table.on(Remote.connectListAllDomains) { try await $0.list(needResults: $1, $2) }
    table.on(Remote.connectListDomains) { host, count in Bounded(try await host.ids().prefix(Int(max(0, count)))) }
    table.on(Remote.connectNumOfDomains) { Int32(clamping: try await $0.ids().count) }
    table.on(Remote.connectListDefinedDomains) { host, count in Bounded(try await host.inactiveNames().prefix(Int(max(0, count)))) }
    table.on(Remote.connectNumOfDefinedDomains) { Int32(clamping: try await $0.inactiveNames().count) }
  }

  private static func addInformation(to table: inout HandlerTable<XendHost>) {
    table.on(Remote.domainGetState) { host, domain, _ in try await host.state(domain) }
    table.on(Remote.domainGetInfo) { try await $0.info($1) }
    table.on(Remote.domainGetOsType) { try await $0.domain($1).osType }
    table.on(Remote.domainIsActive) { try await $0.domain($1).isActive ? 1 : 0 }
    table.on(Remote.domainIsPersistent) { try await $0.isPersistent($1) ? 1 : 0 }
    table.on(Remote.domainIsUpdated) { host, _ in 0 }
    table.on(Remote.domainGetXmlDesc) { try await $0.xml($1, $2) }
    table.on(Remote.domainGetMaxMemory) { try await $0.domain($1).maxMemory }
    table.on(Remote.domainGetMaxVcpus) { Int32(clamping: try await $0.domain($1).maxVcpus) }
    table.on(Remote.domainGetVcpusFlags) { try await $0.vcpuCount($1, $2) }
    table.on(Remote.domainGetVcpus) { try await $0.vcpus($1, atMost: $2, mapLength: $3) }
    table.on(Remote.domainGetVcpuPinInfo) { host, domain, count, length, _ in
      try await host.pinning(domain, atMost: count, mapLength: length)
    }
    table.on(Remote.connectGetAllDomainStats) { try await $0.stats(Array($1), $2, $3) }
  }

  private static func addLifecycle(to table: inout HandlerTable<XendHost>) {
    table.on(Remote.domainDefineXml) { try await $0.define($1, 0) }
    table.on(Remote.domainDefineXmlFlags) { try await $0.define($1, $2) }
    table.on(Remote.domainCreateXml) { try await $0.create($1, $2) }
    table.on(Remote.domainCreate) { _ = try await $0.start($1, 0) }
    table.on(Remote.domainCreateWithFlags) { try await $0.start($1, $2) }
    table.on(Remote.domainSuspend) { try await $0.suspend($1) }
    table.on(Remote.domainResume) { try await $0.resume($1) }
    table.on(Remote.domainShutdown) { try await $0.shutdown($1, 0) }
    table.on(Remote.domainShutdownFlags) { try await $0.shutdown($1, $2) }
    table.on(Remote.domainReboot) { try await $0.reboot($1, $2) }
    table.on(Remote.domainReset) { try await $0.reset($1, $2) }
    table.on(Remote.domainDestroy) { try await $0.destroy($1, 0) }
    table.on(Remote.domainDestroyFlags) { try await $0.destroy($1, $2) }
    table.on(Remote.domainUndefine) { try await $0.undefine($1, 0) }
    table.on(Remote.domainUndefineFlags) { try await $0.undefine($1, $2) }
    table.on(Remote.domainRename) { try await $0.rename($1, to: $2, $3) }
  }

  private static func addResources(to table: inout HandlerTable<XendHost>) {
    let maximum = DomainMemoryModFlags.maximum.rawValue
    let live = DomainModificationImpact.live.rawValue
    table.on(Remote.domainSetMemory) { try await $0.setMemory($1, $2, live) }
    table.on(Remote.domainSetMemoryFlags) { try await $0.setMemory($1, $2, $3) }
    table.on(Remote.domainSetMaxMemory) { try await $0.setMemory($1, $2, maximum) }
    table.on(Remote.domainSetVcpus) { try await $0.setVcpus($1, $2, live) }
    table.on(Remote.domainSetVcpusFlags) { try await $0.setVcpus($1, $2, $3) }
    table.on(Remote.domainPinVcpu) { try await $0.pin($1, $2, $3, live) }
    table.on(Remote.domainPinVcpuFlags) { try await $0.pin($1, $2, $3, $4) }
    table.on(Remote.domainGetAutostart) { try await $0.isAutostarted($1) }
    table.on(Remote.domainSetAutostart) { try await $0.setAutostart($1, $2 != 0) }
    table.on(Remote.domainGetSchedulerType) { try await $0.schedulerType($1) }
    table.on(Remote.domainGetSchedulerParameters) { host, domain, _ in try await host.schedulerParameters(domain) }
    table.on(Remote.domainGetSchedulerParametersFlags) { host, domain, _, _ in try await host.schedulerParameters(domain) }
    table.on(Remote.domainSetSchedulerParameters) { try await $0.setSchedulerParameters($1, $2, live) }
    table.on(Remote.domainSetSchedulerParametersFlags) { try await $0.setSchedulerParameters($1, $2, $3) }
  }

  private static func addDevicesAndSaving(to table: inout HandlerTable<XendHost>) {
    let live = DomainDeviceModifyFlags.live.rawValue
    table.on(Remote.domainAttachDevice) { try await $0.attach($1, $2, live) }
    table.on(Remote.domainAttachDeviceFlags) { try await $0.attach($1, $2, $3) }
    table.on(Remote.domainDetachDevice) { try await $0.detach($1, $2, live) }
    table.on(Remote.domainDetachDeviceFlags) { try await $0.detach($1, $2, $3) }
    table.on(Remote.domainUpdateDeviceFlags) { try await $0.update($1, $2, $3) }
    table.on(Remote.domainSave) { try await $0.save($1, to: $2, xml: nil, 0) }
    table.on(Remote.domainSaveFlags) { try await $0.save($1, to: $2, xml: $3, $4) }
    table.on(Remote.domainRestore) { try await $0.restore(from: $1, xml: nil, 0) }
    table.on(Remote.domainRestoreFlags) { try await $0.restore(from: $1, xml: $2, $3) }
    table.on(Remote.domainCoreDump) { try await $0.dump($1, to: $2, $3) }
    table.on(Remote.domainMigratePrepare) { host, uri, _, _, _ in try await host.prepareMigration(to: uri) }
    table.on(Remote.domainMigratePerform) { host, domain, _, uri, flags, name, bandwidth in
      try await host.migrate(domain, to: uri, flags, name: name, bandwidth: bandwidth)
    }
    table.on(Remote.domainMigrateFinish) { host, name, _, _, flags in try await host.finishMigration(of: name, flags) }
  }
}
