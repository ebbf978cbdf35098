import Drivers
import LibvirtProtocol
import XDR

/// An event message as it came in.
struct IncomingEvent: Sendable {
  /// The registration that asked for it; nil in the form of old daemons.
  let callbackID: Int32?
  let event: DriverEvent
}

/// The event messages of domains by their numbers: which event each is, and how to read it.
enum DomainEventTable {
  private struct Entry: Sendable {
    let id: DomainEventID
    let read: @Sendable (inout XDRReader) throws -> IncomingEvent
  }

  /// The event of a message; nil for an unknown number and for a payload that does not decode.
  static func read(_ number: Int32, _ payload: ArraySlice<UInt8>) -> IncomingEvent? {
    guard let entry = entries[number] else { return nil }
    var reader = XDRReader(payload)
    return try? entry.read(&reader)
  }

  /// Which event each message tells of, by the message's number.
  static var kinds: [Int32: DomainEventID] { entries.mapValues(\.id) }

  private static let entries: [Int32: Entry] = Dictionary(
    [
      plain(Remote.domainEventLifecycle, .lifecycle), plain(Remote.domainEventReboot, .reboot),
      plain(Remote.domainEventRtcChange, .rtcChange), plain(Remote.domainEventWatchdog, .watchdog),
      plain(Remote.domainEventIoError, .ioError), plain(Remote.domainEventGraphics, .graphics),
      plain(Remote.domainEventIoErrorReason, .ioErrorReason), plain(Remote.domainEventControlError, .controlError),
      plain(Remote.domainEventBlockJob, .blockJob), plain(Remote.domainEventDiskChange, .diskChange),
      plain(Remote.domainEventTrayChange, .trayChange), plain(Remote.domainEventPmwakeup, .pmwakeup),
      plain(Remote.domainEventPmsuspend, .pmsuspend), plain(Remote.domainEventBalloonChange, .balloonChange),
      plain(Remote.domainEventPmsuspendDisk, .pmsuspendDisk), plain(Remote.domainEventDeviceRemoved, .deviceRemoved),
      wrapped(Remote.domainEventCallbackLifecycle, .lifecycle), wrapped(Remote.domainEventCallbackReboot, .reboot),
      wrapped(Remote.domainEventCallbackRtcChange, .rtcChange), wrapped(Remote.domainEventCallbackWatchdog, .watchdog),
      wrapped(Remote.domainEventCallbackIoError, .ioError), wrapped(Remote.domainEventCallbackGraphics, .graphics),
      wrapped(Remote.domainEventCallbackIoErrorReason, .ioErrorReason),
      wrapped(Remote.domainEventCallbackControlError, .controlError), wrapped(Remote.domainEventCallbackBlockJob, .blockJob),
      wrapped(Remote.domainEventCallbackDiskChange, .diskChange), wrapped(Remote.domainEventCallbackTrayChange, .trayChange),
      power(Remote.domainEventCallbackPmwakeup, .pmwakeup), power(Remote.domainEventCallbackPmsuspend, .pmsuspend),
      power(Remote.domainEventCallbackPmsuspendDisk, .pmsuspendDisk),
      wrapped(Remote.domainEventCallbackBalloonChange, .balloonChange),
      wrapped(Remote.domainEventCallbackDeviceRemoved, .deviceRemoved),
      flat(Remote.domainEventBlockJob2, .blockJob2), flat(Remote.domainEventCallbackTunable, .tunable),
      flat(Remote.domainEventCallbackAgentLifecycle, .agentLifecycle), flat(Remote.domainEventCallbackDeviceAdded, .deviceAdded),
      flat(Remote.domainEventCallbackMigrationIteration, .migrationIteration),
      flat(Remote.domainEventCallbackJobCompleted, .jobCompleted),
      flat(Remote.domainEventCallbackDeviceRemovalFailed, .deviceRemovalFailed),
      flat(Remote.domainEventCallbackMetadataChange, .metadataChange), flat(Remote.domainEventBlockThreshold, .blockThreshold),
      flat(Remote.domainEventMemoryFailure, .memoryFailure),
      flat(Remote.domainEventMemoryDeviceSizeChange, .memoryDeviceSizeChange),
    ], uniquingKeysWith: { first, _ in first })

  /// The form of old daemons.
  private static func plain<Record: DomainEventRecord>(_ message: EventMessage<Record>, _ id: DomainEventID) -> (Int32, Entry) {
    (message.number, Entry(id: id) { IncomingEvent(nil, id, try message.decode(&$0)) })
  }

  private static func wrapped<Record: DomainEventRecord>(
    _ message: EventMessage<Callback<Record>>, _ id: DomainEventID
  ) -> (Int32, Entry) {
    (
      message.number,
      Entry(id: id) {
        let callback = try message.decode(&$0)
        return IncomingEvent(callback.callbackID, id, callback.msg)
      }
    )
  }

  /// As `wrapped`, with a reason that is always 0.
  private static func power<Record: DomainEventRecord>(
    _ message: EventMessage<CallbackWithReason<Record>>, _ id: DomainEventID
  ) -> (Int32, Entry) {
    (
      message.number,
      Entry(id: id) {
        let callback = try message.decode(&$0)
        return IncomingEvent(callback.callbackID, id, callback.msg)
      }
    )
  }

  private static func flat<Record: DomainCallbackRecord>(_ message: EventMessage<Record>, _ id: DomainEventID) -> (Int32, Entry) {
    (
      message.number,
      Entry(id: id) {
        let record = try message.decode(&$0)
        return IncomingEvent(record.callbackID, id, record)
      }
    )
  }
}

extension IncomingEvent {
  fileprivate init(_ callbackID: Int32?, _ id: DomainEventID, _ record: some DomainEventRecord) {
    self.callbackID = callbackID
    event = DriverEvent(kind: .domain(id), domain: record.dom, message: record)
  }
}
