import Drivers
import LibvirtProtocol

extension TestHost {
  static func addTuning(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainGetMemoryParameters) { try await $0.memoryParameters($1, $2, $3) }
    table.on(Remote.domainSetMemoryParameters) { try await $0.setMemoryParameters($1, $2, $3) }
    table.on(Remote.domainSetMemoryStatsPeriod) { try await $0.setMemoryStatsPeriod($1, $2, $3) }
    table.on(Remote.domainGetBlkioParameters) { try await $0.blockIOParameters($1, $2, $3) }
    table.on(Remote.domainSetBlkioParameters) { try await $0.setBlockIOParameters($1, $2, $3) }
    table.on(Remote.domainGetNumaParameters) { try await $0.numaParameters($1, $2, $3) }
    table.on(Remote.domainSetNumaParameters) { try await $0.setNUMAParameters($1, $2, $3) }
    table.on(Remote.domainGetInterfaceParameters) { try await $0.interfaceParameters($1, $2, $3, $4) }
    table.on(Remote.domainSetInterfaceParameters) { try await $0.setInterfaceParameters($1, $2, $3, $4) }
    table.on(Remote.domainGetBlockIoTune) { try await $0.throttle($1, $2, $3, $4) }
    table.on(Remote.domainSetBlockIoTune) { try await $0.setThrottle($1, $2, $3, $4) }
    table.on(Remote.domainGetPerfEvents) { try await $0.performanceEvents($1, $2) }
    table.on(Remote.domainSetPerfEvents) { try await $0.setPerformanceEvents($1, $2, $3) }
    table.on(Remote.domainSetLifecycleAction) { try await $0.setLifecycleAction($1, $2, $3, $4) }
  }

  static func addProcessors(to table: inout HandlerTable<TestHost>) {
    let most = DomainVcpuFlags([.live, .maximum]).rawValue
    table.on(Remote.domainGetMaxVcpus) { try await $0.vcpuCount($1, most) }
    table.on(Remote.domainGetVcpusFlags) { try await $0.vcpuCount($1, $2) }
    table.on(Remote.domainGetVcpus) { try await $0.vcpus($1, $2, mapLength: $3) }
    table.on(Remote.domainGetVcpuPinInfo) { try await $0.vcpuPins($1, $2, mapLength: $3, $4) }
    table.on(Remote.domainPinVcpu) { try await $0.pinVcpu($1, $2, $3, 0) }
    table.on(Remote.domainPinVcpuFlags) { try await $0.pinVcpu($1, $2, $3, $4) }
    table.on(Remote.domainPinEmulator) { try await $0.pinEmulator($1, $2, $3) }
    table.on(Remote.domainGetEmulatorPinInfo) { try await $0.emulatorPins($1, mapLength: $2, $3) }
    table.on(Remote.domainGetIothreadInfo) { try await $0.iothreads($1, $2) }
    table.on(Remote.domainAddIothread) { try await $0.addIOThread($1, $2, $3) }
    table.on(Remote.domainDelIothread) { try await $0.removeIOThread($1, $2, $3) }
    table.on(Remote.domainPinIothread) { try await $0.pinIOThread($1, $2, $3, $4) }
    table.on(Remote.domainSetIothreadParams) { try await $0.setIOThread($1, $2, $3, $4) }
  }
}
