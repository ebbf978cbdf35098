import LibvirtProtocol

/// An enumeration of the sources with its name in libvirt's API and what its constants' names begin with.
struct Enumeration: Sendable {
  let name: String
  let prefix: String
  let members: [String: Int64]

  init<Cases: CaseIterable & RawRepresentable<Int32>>(_ name: String, _ prefix: String, _ type: Cases.Type) {
    self.name = name
    self.prefix = prefix
    members = Dictionary(uniqueKeysWithValues: type.allCases.map { ("\($0)", Int64($0.rawValue)) })
  }

  static let all: [Enumeration] = [
    .init("virDomainState", "VIR_DOMAIN_", DomainRunState.self),
    .init("virDomainNostateReason", "VIR_DOMAIN_NOSTATE_", DomainNostateReason.self),
    .init("virDomainRunningReason", "VIR_DOMAIN_RUNNING_", DomainRunningReason.self),
    .init("virDomainBlockedReason", "VIR_DOMAIN_BLOCKED_", DomainBlockedReason.self),
    .init("virDomainPausedReason", "VIR_DOMAIN_PAUSED_", DomainPausedReason.self),
    .init("virDomainShutdownReason", "VIR_DOMAIN_SHUTDOWN_", DomainShutdownReason.self),
    .init("virDomainShutoffReason", "VIR_DOMAIN_SHUTOFF_", DomainShutoffReason.self),
    .init("virDomainCrashedReason", "VIR_DOMAIN_CRASHED_", DomainCrashedReason.self),
    .init("virDomainPMSuspendedReason", "VIR_DOMAIN_PMSUSPENDED_", DomainPMSuspendedReason.self),
    .init("virDomainPMSuspendedDiskReason", "VIR_DOMAIN_PMSUSPENDED_DISK_", DomainPMSuspendedDiskReason.self),
    .init("virDomainControlState", "VIR_DOMAIN_CONTROL_", DomainControlState.self),
    .init("virDomainControlErrorReason", "VIR_DOMAIN_CONTROL_ERROR_REASON_", DomainControlErrorReason.self),
    .init("virDomainMemoryStatTags", "VIR_DOMAIN_MEMORY_STAT_", DomainMemoryStatTag.self),
    .init("virDomainNumatuneMemMode", "VIR_DOMAIN_NUMATUNE_MEM_", DomainNumatuneMemMode.self),
    .init("virDomainCoreDumpFormat", "VIR_DOMAIN_CORE_DUMP_FORMAT_", DomainCoreDumpFormat.self),
    .init("virDomainJobType", "VIR_DOMAIN_JOB_", DomainJobType.self),
    .init("virDomainJobOperation", "VIR_DOMAIN_JOB_OPERATION_", DomainJobOperation.self),
    .init("virDomainBlockJobType", "VIR_DOMAIN_BLOCK_JOB_TYPE_", DomainBlockJobType.self),
    .init("virConnectDomainEventBlockJobStatus", "VIR_DOMAIN_BLOCK_JOB_", DomainBlockJobStatus.self),
    .init("virDomainDiskErrorCode", "VIR_DOMAIN_DISK_ERROR_", DomainDiskErrorCode.self),
    .init("virKeycodeSet", "VIR_KEYCODE_SET_", KeycodeSet.self),
    .init("virDomainInterfaceAddressesSource", "VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_", DomainInterfaceAddressesSource.self),
    .init("virDomainAgentResponseTimeoutValues", "VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_", DomainAgentResponseTimeout.self),
    .init("virIPAddrType", "VIR_IP_ADDR_TYPE_", IPAddressType.self),
    .init("virDomainProcessSignal", "VIR_DOMAIN_PROCESS_SIGNAL_", DomainProcessSignal.self),
    .init("virDomainLifecycle", "VIR_DOMAIN_LIFECYCLE_", DomainLifecycle.self),
    .init("virDomainLifecycleAction", "VIR_DOMAIN_LIFECYCLE_ACTION_", DomainLifecycleAction.self),
    .init("virDomainMetadataType", "VIR_DOMAIN_METADATA_", DomainMetadataType.self),
    .init("virDomainDirtyRateStatus", "VIR_DOMAIN_DIRTYRATE_", DomainDirtyRateStatus.self),
    .init("virVcpuState", "VIR_VCPU_", VcpuState.self),
    .init("virVcpuHostCpuState", "VIR_VCPU_INFO_CPU_", VcpuHostCpuState.self),
    .init("virDomainEventID", "VIR_DOMAIN_EVENT_ID_", DomainEventID.self),
    .init("virDomainEventType", "VIR_DOMAIN_EVENT_", DomainEventType.self),
    .init("virDomainEventDefinedDetailType", "VIR_DOMAIN_EVENT_DEFINED_", DomainEventDefinedDetail.self),
    .init("virDomainEventUndefinedDetailType", "VIR_DOMAIN_EVENT_UNDEFINED_", DomainEventUndefinedDetail.self),
    .init("virDomainEventStartedDetailType", "VIR_DOMAIN_EVENT_STARTED_", DomainEventStartedDetail.self),
    .init("virDomainEventSuspendedDetailType", "VIR_DOMAIN_EVENT_SUSPENDED_", DomainEventSuspendedDetail.self),
    .init("virDomainEventResumedDetailType", "VIR_DOMAIN_EVENT_RESUMED_", DomainEventResumedDetail.self),
    .init("virDomainEventStoppedDetailType", "VIR_DOMAIN_EVENT_STOPPED_", DomainEventStoppedDetail.self),
    .init("virDomainEventShutdownDetailType", "VIR_DOMAIN_EVENT_SHUTDOWN_", DomainEventShutdownDetail.self),
    .init("virDomainEventPMSuspendedDetailType", "VIR_DOMAIN_EVENT_PMSUSPENDED_", DomainEventPMSuspendedDetail.self),
    .init("virDomainEventCrashedDetailType", "VIR_DOMAIN_EVENT_CRASHED_", DomainEventCrashedDetail.self),
    .init("virDomainEventWatchdogAction", "VIR_DOMAIN_EVENT_WATCHDOG_", DomainEventWatchdogAction.self),
    .init("virDomainEventIOErrorAction", "VIR_DOMAIN_EVENT_IO_ERROR_", DomainEventIOErrorAction.self),
    .init("virDomainEventGraphicsPhase", "VIR_DOMAIN_EVENT_GRAPHICS_", DomainEventGraphicsPhase.self),
    .init("virDomainEventGraphicsAddressType", "VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_", DomainEventGraphicsAddressType.self),
    .init("virConnectDomainEventDiskChangeReason", "VIR_DOMAIN_EVENT_DISK_", DomainEventDiskChangeReason.self),
    .init("virDomainEventTrayChangeReason", "VIR_DOMAIN_EVENT_TRAY_CHANGE_", DomainEventTrayChangeReason.self),
    .init(
      "virConnectDomainEventAgentLifecycleState", "VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_",
      DomainEventAgentLifecycleState.self),
    .init(
      "virConnectDomainEventAgentLifecycleReason", "VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_",
      DomainEventAgentLifecycleReason.self),
    .init("virDomainMemoryFailureRecipientType", "VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_", DomainMemoryFailureRecipient.self),
    .init("virDomainMemoryFailureActionType", "VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_", DomainMemoryFailureAction.self),
    .init("virNetworkEventID", "VIR_NETWORK_EVENT_ID_", NetworkEventID.self),
    .init("virNetworkEventLifecycleType", "VIR_NETWORK_EVENT_", NetworkEventLifecycleType.self),
    .init("virStoragePoolEventID", "VIR_STORAGE_POOL_EVENT_ID_", StoragePoolEventID.self),
    .init("virStoragePoolEventLifecycleType", "VIR_STORAGE_POOL_EVENT_", StoragePoolEventLifecycleType.self),
    .init("virNodeDeviceEventID", "VIR_NODE_DEVICE_EVENT_ID_", NodeDeviceEventID.self),
    .init("virNodeDeviceEventLifecycleType", "VIR_NODE_DEVICE_EVENT_", NodeDeviceEventLifecycleType.self),
    .init("virSecretEventID", "VIR_SECRET_EVENT_ID_", SecretEventID.self),
    .init("virSecretEventLifecycleType", "VIR_SECRET_EVENT_", SecretEventLifecycleType.self),
    .init("virConnectCloseReason", "VIR_CONNECT_CLOSE_REASON_", ConnectCloseReason.self),
    .init("virConnectCredentialType", "VIR_CRED_", ConnectCredentialType.self),
    .init("virCPUCompareResult", "VIR_CPU_COMPARE_", CPUCompareResult.self),
    .init("virNodeSuspendTarget", "VIR_NODE_SUSPEND_TARGET_", NodeSuspendTarget.self),
    .init("virNetworkUpdateCommand", "VIR_NETWORK_UPDATE_COMMAND_", NetworkUpdateCommand.self),
    .init("virNetworkUpdateSection", "VIR_NETWORK_SECTION_", NetworkUpdateSection.self),
    .init("virStoragePoolState", "VIR_STORAGE_POOL_", StoragePoolState.self),
    .init("virStorageVolType", "VIR_STORAGE_VOL_", StorageVolType.self),
    .init("virStorageVolWipeAlgorithm", "VIR_STORAGE_VOL_WIPE_ALG_", StorageVolWipeAlgorithm.self),
    .init("virSecretUsageType", "VIR_SECRET_USAGE_TYPE_", SecretUsageType.self),
    .init("virDomainQemuAgentCommandTimeoutValues", "VIR_DOMAIN_QEMU_AGENT_COMMAND_", DomainQemuAgentCommandTimeout.self),
    .init("virTypedParameterType", "VIR_TYPED_PARAM_", TypedParameterType.self),
    .init("internalFeatures", "VIR_DRV_FEATURE_", DriverFeature.self),
  ]
}
