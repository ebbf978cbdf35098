/// The events of domains that can be asked for (`virDomainEventID`).
public enum DomainEventID: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_ID_LIFECYCLE`.
  case lifecycle = 0
  /// `VIR_DOMAIN_EVENT_ID_REBOOT`.
  case reboot = 1
  /// `VIR_DOMAIN_EVENT_ID_RTC_CHANGE`.
  case rtcChange = 2
  /// `VIR_DOMAIN_EVENT_ID_WATCHDOG`.
  case watchdog = 3
  /// `VIR_DOMAIN_EVENT_ID_IO_ERROR`.
  case ioError = 4
  /// `VIR_DOMAIN_EVENT_ID_GRAPHICS`.
  case graphics = 5
  /// `VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON`.
  case ioErrorReason = 6
  /// `VIR_DOMAIN_EVENT_ID_CONTROL_ERROR`.
  case controlError = 7
  /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB`.
  case blockJob = 8
  /// `VIR_DOMAIN_EVENT_ID_DISK_CHANGE`.
  case diskChange = 9
  /// `VIR_DOMAIN_EVENT_ID_TRAY_CHANGE`.
  case trayChange = 10
  /// `VIR_DOMAIN_EVENT_ID_PMWAKEUP`.
  case pmwakeup = 11
  /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND`.
  case pmsuspend = 12
  /// `VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE`.
  case balloonChange = 13
  /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK`.
  case pmsuspendDisk = 14
  /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED`.
  case deviceRemoved = 15
  /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2`.
  case blockJob2 = 16
  /// `VIR_DOMAIN_EVENT_ID_TUNABLE`.
  case tunable = 17
  /// `VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE`.
  case agentLifecycle = 18
  /// `VIR_DOMAIN_EVENT_ID_DEVICE_ADDED`.
  case deviceAdded = 19
  /// `VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION`.
  case migrationIteration = 20
  /// `VIR_DOMAIN_EVENT_ID_JOB_COMPLETED`.
  case jobCompleted = 21
  /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED`.
  case deviceRemovalFailed = 22
  /// `VIR_DOMAIN_EVENT_ID_METADATA_CHANGE`.
  case metadataChange = 23
  /// `VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD`.
  case blockThreshold = 24
  /// `VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE`.
  case memoryFailure = 25
  /// `VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE`.
  case memoryDeviceSizeChange = 26
}
