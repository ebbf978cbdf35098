import LibvirtProtocol
import XDR

/// The record of an event of a domain.
protocol DomainEventRecord: XDRCodable, Sendable {
  /// The domain it happened to.
  var dom: DomainRef { get }
}

/// A record that names the registration which asked for it.
protocol DomainCallbackRecord: DomainEventRecord {
  /// The number that registering returned.
  var callbackID: Int32 { get }
}

extension DomainRef: DomainEventRecord {
  var dom: DomainRef { self }
}

extension DomainLifecycleEvent: DomainEventRecord {}
extension DomainRTCChangeEvent: DomainEventRecord {}
extension DomainWatchdogEvent: DomainEventRecord {}
extension DomainIOErrorEvent: DomainEventRecord {}
extension DomainIOErrorReasonEvent: DomainEventRecord {}
extension DomainGraphicsEvent: DomainEventRecord {}
extension DomainBlockJobEvent: DomainEventRecord {}
extension DomainDiskChangeEvent: DomainEventRecord {}
extension DomainTrayChangeEvent: DomainEventRecord {}
extension DomainBalloonChangeEvent: DomainEventRecord {}
extension DomainDeviceRemovedEvent: DomainEventRecord {}
extension DomainBlockJob2Event: DomainCallbackRecord {}
extension DomainTunableEvent: DomainCallbackRecord {}
extension DomainAgentLifecycleEvent: DomainCallbackRecord {}
extension DomainDeviceEvent: DomainCallbackRecord {}
extension DomainMigrationIterationEvent: DomainCallbackRecord {}
extension DomainJobCompletedEvent: DomainCallbackRecord {}
extension DomainMetadataChangeEvent: DomainCallbackRecord {}
extension DomainBlockThresholdEvent: DomainCallbackRecord {}
extension DomainMemoryFailureEvent: DomainCallbackRecord {}
extension DomainMemoryDeviceSizeChangeEvent: DomainCallbackRecord {}
