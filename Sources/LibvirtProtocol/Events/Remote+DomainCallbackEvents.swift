import XDR

/// Events of domains with the registration that asked for them.
extension Remote {
  /// A domain came, went, started or stopped.
  public static let domainEventCallbackLifecycle = EventMessage(318, "domainEventCallbackLifecycle", Callback<DomainLifecycleEvent>.self)
  /// A guest rebooted.
  public static let domainEventCallbackReboot = EventMessage(319, "domainEventCallbackReboot", Callback<DomainRef>.self)
  /// A guest set its clock.
  public static let domainEventCallbackRtcChange = EventMessage(320, "domainEventCallbackRtcChange", Callback<DomainRTCChangeEvent>.self)
  /// A guest's watchdog fired.
  public static let domainEventCallbackWatchdog = EventMessage(321, "domainEventCallbackWatchdog", Callback<DomainWatchdogEvent>.self)
  /// A disk failed.
  public static let domainEventCallbackIoError = EventMessage(322, "domainEventCallbackIoError", Callback<DomainIOErrorEvent>.self)
  /// Someone connected to, or left, a display.
  public static let domainEventCallbackGraphics = EventMessage(323, "domainEventCallbackGraphics", Callback<DomainGraphicsEvent>.self)
  /// A disk failed, and why.
  public static let domainEventCallbackIoErrorReason = EventMessage(
    324, "domainEventCallbackIoErrorReason", Callback<DomainIOErrorReasonEvent>.self)
  /// A domain's hypervisor process can no longer be talked to.
  public static let domainEventCallbackControlError = EventMessage(325, "domainEventCallbackControlError", Callback<DomainRef>.self)
  /// The job of a disk, told by its image, changed its state.
  public static let domainEventCallbackBlockJob = EventMessage(326, "domainEventCallbackBlockJob", Callback<DomainBlockJobEvent>.self)
  /// The source of a disk or medium changed.
  public static let domainEventCallbackDiskChange = EventMessage(327, "domainEventCallbackDiskChange", Callback<DomainDiskChangeEvent>.self)
  /// A drive's tray was opened or closed.
  public static let domainEventCallbackTrayChange = EventMessage(328, "domainEventCallbackTrayChange", Callback<DomainTrayChangeEvent>.self)
  /// A guest woke up.
  public static let domainEventCallbackPmwakeup = EventMessage(329, "domainEventCallbackPmwakeup", CallbackWithReason<DomainRef>.self)
  /// A guest suspended itself to memory.
  public static let domainEventCallbackPmsuspend = EventMessage(330, "domainEventCallbackPmsuspend", CallbackWithReason<DomainRef>.self)
  /// A guest's memory balloon changed.
  public static let domainEventCallbackBalloonChange = EventMessage(
    331, "domainEventCallbackBalloonChange", Callback<DomainBalloonChangeEvent>.self)
  /// A guest suspended itself to disk.
  public static let domainEventCallbackPmsuspendDisk = EventMessage(
    332, "domainEventCallbackPmsuspendDisk", CallbackWithReason<DomainRef>.self)
  /// A device was taken out of a running domain.
  public static let domainEventCallbackDeviceRemoved = EventMessage(
    333, "domainEventCallbackDeviceRemoved", Callback<DomainDeviceRemovedEvent>.self)
  /// Tuning of a domain was changed.
  public static let domainEventCallbackTunable = EventMessage(346, "domainEventCallbackTunable", DomainTunableEvent.self)
  /// A guest's agent came or went.
  public static let domainEventCallbackAgentLifecycle = EventMessage(
    348, "domainEventCallbackAgentLifecycle", DomainAgentLifecycleEvent.self)
  /// A device was put into a running domain.
  public static let domainEventCallbackDeviceAdded = EventMessage(354, "domainEventCallbackDeviceAdded", DomainDeviceEvent.self)
  /// A migration began to send memory once more.
  public static let domainEventCallbackMigrationIteration = EventMessage(
    359, "domainEventCallbackMigrationIteration", DomainMigrationIterationEvent.self)
  /// A long operation on a domain ended.
  public static let domainEventCallbackJobCompleted = EventMessage(363, "domainEventCallbackJobCompleted", DomainJobCompletedEvent.self)
  /// A guest did not let go of a device.
  public static let domainEventCallbackDeviceRemovalFailed = EventMessage(
    367, "domainEventCallbackDeviceRemovalFailed", DomainDeviceEvent.self)
  /// Title, description or metadata of a domain changed.
  public static let domainEventCallbackMetadataChange = EventMessage(
    379, "domainEventCallbackMetadataChange", DomainMetadataChangeEvent.self)
}
