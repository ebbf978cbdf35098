/// The events of domains that can be asked for (`virDomainEventID`).
public enum DomainEventID: Int32, CaseIterable, Hashable, Sendable {
  /// A domain came, went, started or stopped.
  case lifecycle = 0
  /// A guest rebooted.
  case reboot = 1
  /// A guest set its clock.
  case rtcChange = 2
  /// A guest's watchdog fired.
  case watchdog = 3
  /// A disk failed.
  case ioError = 4
  /// Someone connected to, or left, a display.
  case graphics = 5
  /// A disk failed, and why.
  case ioErrorReason = 6
  /// A domain's hypervisor process can no longer be talked to.
  case controlError = 7
  /// The job of a disk, told by its image, changed its state.
  case blockJob = 8
  /// The source of a disk or medium changed.
  case diskChange = 9
  /// A drive's tray was opened or closed.
  case trayChange = 10
  /// A guest woke up.
  case pmwakeup = 11
  /// A guest suspended itself to memory.
  case pmsuspend = 12
  /// A guest's memory balloon changed.
  case balloonChange = 13
  /// A guest suspended itself to disk.
  case pmsuspendDisk = 14
  /// A device was taken out of a running domain.
  case deviceRemoved = 15
  /// The job of a disk, told by its target, changed its state.
  case blockJob2 = 16
  /// Tuning was changed.
  case tunable = 17
  /// A guest's agent came or went.
  case agentLifecycle = 18
  /// A device was put into a running domain.
  case deviceAdded = 19
  /// A migration began to send memory once more.
  case migrationIteration = 20
  /// A long operation ended.
  case jobCompleted = 21
  /// A guest did not let go of a device.
  case deviceRemovalFailed = 22
  /// Title, description or metadata changed.
  case metadataChange = 23
  /// A guest wrote beyond the threshold of a disk.
  case blockThreshold = 24
  /// Memory of the host or guest failed.
  case memoryFailure = 25
  /// A memory device changed its size.
  case memoryDeviceSizeChange = 26
}
