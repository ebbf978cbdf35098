import Drivers
import LibvirtProtocol

extension TestHost {
  static func addGuest(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainReset) { try await $0.reset($1, $2) }
    table.on(Remote.domainGetHostname) { try await $0.hostname($1, $2) }
    table.on(Remote.domainGetTime) { try await $0.time($1, $2) }
    table.on(Remote.domainSetTime) { try await $0.setTime($1, $2, $3, $4) }
    table.on(Remote.domainGetFsinfo) { try await $0.fileSystems($1, $2) }
    table.on(Remote.domainFsfreeze) { try await $0.freeze($1, $2, isFrozen: true, $3) }
    table.on(Remote.domainFsthaw) { try await $0.freeze($1, $2, isFrozen: false, $3) }
    table.on(Remote.domainFstrim) { host, domain, mount, _, flags in try await host.trim(domain, mount, flags) }
    table.on(Remote.domainSendKey) { host, domain, codeset, _, codes, flags in try await host.sendKey(domain, codeset, codes, flags) }
    table.on(Remote.domainSendProcessSignal) { try await $0.sendSignal($1, $2, $3, $4) }
    table.on(Remote.domainSetUserPassword) { host, domain, _, _, flags in try await host.setPassword(domain, flags) }
    table.on(Remote.domainInjectNmi) { try await $0.injectNMI($1, $2) }
    table.on(Remote.domainInterfaceAddresses) { try await $0.interfaceAddresses($1, $2, $3) }
    table.on(Remote.domainRename) { try await $0.rename($1, $2, $3) }
    table.on(Remote.domainSetMetadata) { try await $0.setMetadata($1, $2, $3, key: $4, uri: $5, $6) }
  }

  static func addStatistics(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainBlockStats) { try await $0.blockStats($1, $2) }
    table.on(Remote.domainGetBlockInfo) { try await $0.blockInfo($1, $2, $3) }
    table.on(Remote.domainGetDiskErrors) { try await $0.diskErrors($1, $2, $3) }
    table.on(Remote.domainInterfaceStats) { try await $0.interfaceStats($1, $2) }
    table.on(Remote.domainMemoryStats) { try await $0.memoryStats($1, $2, $3) }
    table.on(Remote.domainGetCpuStats) { try await $0.cpuStats($1, $2, start: $3, $4, $5) }
    table.on(Remote.domainGetControlInfo) { try await $0.controlInfo($1, $2) }
  }

  static func addNode(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.nodeGetCpuMap) { host, needsMap, _, flags in try await host.cpuMap(needsMap: needsMap != 0, flags) }
    table.on(Remote.nodeGetCpuStats) { try await $0.cpuStats($1, $2, $3) }
    table.on(Remote.nodeGetFreeMemory) { try await $0.freeMemory() }
    table.on(Remote.nodeGetCellsFreeMemory) { try await $0.freeMemory(from: $1, $2) }
    table.on(Remote.nodeGetFreePages) { try await $0.freePages($1, $2, $3, $4) }
    table.on(Remote.connectGetCpuModelNames) { try await $0.cpuModels($1, $2, $3) }
    table.on(Remote.connectGetSysinfo) { try await $0.sysinfo($1) }
  }
}
