import XDR

/// Events of domains in their older forms, which carry no registration.
extension Remote {
  /// Lifecycle, in the oldest form.
  public static let domainEventLifecycle = EventMessage(107, "domainEventLifecycle", DomainLifecycleEvent.self)
  /// A guest rebooted.
  public static let domainEventReboot = EventMessage(169, "domainEventReboot", DomainRef.self)
  /// A guest set its clock.
  public static let domainEventRtcChange = EventMessage(170, "domainEventRtcChange", DomainRTCChangeEvent.self)
  /// A guest's watchdog fired.
  public static let domainEventWatchdog = EventMessage(171, "domainEventWatchdog", DomainWatchdogEvent.self)
  /// A disk failed.
  public static let domainEventIoError = EventMessage(172, "domainEventIoError", DomainIOErrorEvent.self)
  /// Someone connected to, or left, a display.
  public static let domainEventGraphics = EventMessage(173, "domainEventGraphics", DomainGraphicsEvent.self)
  /// A disk failed, and why.
  public static let domainEventIoErrorReason = EventMessage(195, "domainEventIoErrorReason", DomainIOErrorReasonEvent.self)
  /// A domain's hypervisor process can no longer be talked to.
  public static let domainEventControlError = EventMessage(224, "domainEventControlError", DomainRef.self)
  /// The job of a disk changed its state.
  public static let domainEventBlockJob = EventMessage(241, "domainEventBlockJob", DomainBlockJobEvent.self)
  /// The source of a disk or medium changed.
  public static let domainEventDiskChange = EventMessage(248, "domainEventDiskChange", DomainDiskChangeEvent.self)
  /// A drive's tray was opened or closed.
  public static let domainEventTrayChange = EventMessage(268, "domainEventTrayChange", DomainTrayChangeEvent.self)
  /// A guest woke up.
  public static let domainEventPmwakeup = EventMessage(269, "domainEventPmwakeup", DomainRef.self)
  /// A guest suspended itself to memory.
  public static let domainEventPmsuspend = EventMessage(270, "domainEventPmsuspend", DomainRef.self)
  /// A guest's memory balloon changed.
  public static let domainEventBalloonChange = EventMessage(276, "domainEventBalloonChange", DomainBalloonChangeEvent.self)
  /// A guest suspended itself to disk.
  public static let domainEventPmsuspendDisk = EventMessage(292, "domainEventPmsuspendDisk", DomainRef.self)
  /// A device was taken out of a running domain.
  public static let domainEventDeviceRemoved = EventMessage(311, "domainEventDeviceRemoved", DomainDeviceRemovedEvent.self)
  /// The job of a disk, told by its target, changed its state.
  public static let domainEventBlockJob2 = EventMessage(339, "domainEventBlockJob2", DomainBlockJob2Event.self)
  /// A guest wrote beyond the threshold of a disk.
  public static let domainEventBlockThreshold = EventMessage(385, "domainEventBlockThreshold", DomainBlockThresholdEvent.self)
  /// Memory of the host or guest failed.
  public static let domainEventMemoryFailure = EventMessage(423, "domainEventMemoryFailure", DomainMemoryFailureEvent.self)
  /// A memory device changed its size.
  public static let domainEventMemoryDeviceSizeChange = EventMessage(
    438, "domainEventMemoryDeviceSizeChange", DomainMemoryDeviceSizeChangeEvent.self)
}
