import LibvirtProtocol

/// The calls of the test host that change something, which a read-only client is refused.
enum ChangingCalls {
  static let all: [Int32: any AnyProcedure] = {
    let procedures: [any AnyProcedure] = [
      Remote.domainDefineXml, Remote.domainDefineXmlFlags, Remote.domainCreateXml, Remote.domainCreateXmlWithFiles,
      Remote.domainCreate, Remote.domainCreateWithFlags, Remote.domainCreateWithFiles, Remote.domainSuspend, Remote.domainResume,
      Remote.domainShutdown, Remote.domainShutdownFlags, Remote.domainReboot, Remote.domainDestroy, Remote.domainDestroyFlags,
      Remote.domainUndefine, Remote.domainUndefineFlags, Remote.domainSetAutostart, Remote.domainSetMaxMemory,
      Remote.domainSetMemory, Remote.domainSetMemoryFlags, Remote.domainSetVcpus, Remote.domainSetVcpusFlags,
      Remote.domainSetSchedulerParameters, Remote.domainSetSchedulerParametersFlags, Remote.domainManagedSaveRemove,
    ]
    return Dictionary(procedures.filter { $0.effect == .changes }.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
