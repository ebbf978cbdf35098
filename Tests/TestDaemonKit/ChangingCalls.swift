import LibvirtProtocol

/// Calls that a read-only client is refused: those that change something or disclose more than it may see.
enum ChangingCalls {
  static let all: [Int32: any AnyProcedure] = {
    let procedures: [any AnyProcedure] = [
      Remote.domainDefineXml, Remote.domainDefineXmlFlags, Remote.domainCreateXml, Remote.domainCreateXmlWithFiles,
      Remote.domainCreate, Remote.domainCreateWithFlags, Remote.domainCreateWithFiles, Remote.domainSuspend, Remote.domainResume,
      Remote.domainShutdown, Remote.domainShutdownFlags, Remote.domainReboot, Remote.domainDestroy, Remote.domainDestroyFlags,
      Remote.domainUndefine, Remote.domainUndefineFlags, Remote.domainSetAutostart, Remote.domainSetMaxMemory,
      Remote.domainSetMemory, Remote.domainSetMemoryFlags, Remote.domainSetVcpus, Remote.domainSetVcpusFlags,
      Remote.domainSetSchedulerParameters, Remote.domainSetSchedulerParametersFlags, Remote.domainManagedSaveRemove,
      Remote.domainSave, Remote.domainSaveFlags, Remote.domainRestore, Remote.domainRestoreFlags, Remote.domainSaveImageGetXmlDesc,
      Remote.domainSaveImageDefineXml, Remote.domainManagedSave, Remote.domainCoreDump, Remote.domainCoreDumpWithFormat,
      Remote.domainSetMemoryParameters, Remote.domainSetMemoryStatsPeriod, Remote.domainSetBlkioParameters,
      Remote.domainSetNumaParameters, Remote.domainSetInterfaceParameters, Remote.domainSetBlockIoTune, Remote.domainSetPerfEvents,
      Remote.domainSetLifecycleAction, Remote.domainPinVcpu, Remote.domainPinVcpuFlags, Remote.domainPinEmulator,
      Remote.domainAddIothread, Remote.domainDelIothread, Remote.domainPinIothread, Remote.domainSetIothreadParams,
      Remote.domainReset, Remote.domainGetHostname, Remote.domainGetTime, Remote.domainSetTime, Remote.domainGetFsinfo,
      Remote.domainFsfreeze, Remote.domainFsthaw, Remote.domainFstrim, Remote.domainSendKey, Remote.domainSendProcessSignal,
      Remote.domainSetUserPassword, Remote.domainInjectNmi, Remote.domainRename, Remote.domainSetMetadata,
      Remote.domainAttachDevice, Remote.domainAttachDeviceFlags, Remote.domainDetachDevice, Remote.domainDetachDeviceFlags,
      Remote.domainDetachDeviceAlias, Remote.domainUpdateDeviceFlags, Remote.domainSetVcpu,
    ]
    return Dictionary(procedures.filter { $0.effect != .reads }.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
