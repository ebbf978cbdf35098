import Drivers
import LibvirtProtocol
import XDR

extension TestHost {
  static func addLifecycle(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainDefineXml) { try await $0.define($1, 0) }
    table.on(Remote.domainDefineXmlFlags) { try await $0.define($1, $2) }
    table.on(Remote.domainCreateXml) { try await $0.create($1, $2) }
    table.on(Remote.domainCreateXmlWithFiles) { try await $0.create($1, $2) }
    table.on(Remote.domainCreate) { _ = try await $0.start($1, 0) }
    table.on(Remote.domainCreateWithFlags) { try await $0.start($1, $2) }
    table.on(Remote.domainCreateWithFiles) { try await $0.start($1, $2) }
    table.on(Remote.domainSuspend) { try await $0.suspend($1) }
    table.on(Remote.domainResume) { try await $0.resume($1) }
    table.on(Remote.domainShutdown) { try await $0.shutdown($1, 0) }
    table.on(Remote.domainShutdownFlags) { try await $0.shutdown($1, $2) }
    table.on(Remote.domainReboot) { try await $0.reboot($1, $2) }
    table.on(Remote.domainDestroy) { try await $0.destroy($1, 0) }
    table.on(Remote.domainDestroyFlags) { try await $0.destroy($1, $2) }
    table.on(Remote.domainUndefine) { try await $0.undefine($1, 0) }
    table.on(Remote.domainUndefineFlags) { try await $0.undefine($1, $2) }
  }

  static func addConfiguration(to table: inout HandlerTable<TestHost>) {
    let live = DomainModificationImpact.live.rawValue
    table.on(Remote.domainGetXmlDesc) { try await $0.xml($1, $2) }
    table.on(Remote.domainGetAutostart) { try await $0.domain($1).isAutostarted ? 1 : 0 }
    table.on(Remote.domainSetAutostart) { try await $0.setAutostart($1, $2 != 0) }
    table.on(Remote.domainGetMaxMemory) { try await $0.domain($1).definition.memory }
    table.on(Remote.domainSetMaxMemory) {
      try await $0.setMemory($1, $2, DomainMemoryModFlags.maximum.rawValue, function: "virDomainSetMaxMemory")
    }
    table.on(Remote.domainSetMemory) { try await $0.setMemory($1, $2, live) }
    table.on(Remote.domainSetMemoryFlags) { try await $0.setMemory($1, $2, $3) }
    table.on(Remote.domainSetVcpus) { try await $0.setVcpus($1, $2, live) }
    table.on(Remote.domainSetVcpusFlags) { try await $0.setVcpus($1, $2, $3) }
    table.on(Remote.domainGetMetadata) { try await $0.metadata($1, $2, $3, $4) }
    table.on(Remote.domainGetSchedulerType) { try await $0.schedulerType($1) }
    table.on(Remote.domainGetSchedulerParameters) { host, domain, _ in try await host.schedulerParameters(domain, 0) }
    table.on(Remote.domainGetSchedulerParametersFlags) { host, domain, _, flags in try await host.schedulerParameters(domain, flags) }
    table.on(Remote.domainSetSchedulerParameters) { try await $0.setSchedulerParameters($1, $2, 0) }
    table.on(Remote.domainSetSchedulerParametersFlags) { try await $0.setSchedulerParameters($1, $2, $3) }
  }

  static func addInformation(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainGetState) { host, domain, _ in try await host.domain(domain).state }
    table.on(Remote.domainGetInfo) { try await $0.info($1) }
    table.on(Remote.domainGetOsType) { try await $0.osType($1) }
    table.on(Remote.domainIsActive) { try await $0.domain($1).isActive ? 1 : 0 }
    table.on(Remote.domainIsPersistent) { try await $0.domain($1).isPersistent ? 1 : 0 }
    table.on(Remote.domainIsUpdated) { try await $0.isUpdated($1) }
    table.on(Remote.domainGetSecurityLabel) { try await $0.securityLabel($1) }
    table.on(Remote.domainGetMessages) { host, domain, _ in try await host.messages(domain) }
    table.on(Remote.connectGetAllDomainStats) { try await $0.stats(Array($1), $2, $3) }
  }
}
