import Drivers
import LibvirtProtocol
import Testing
import XDR

@testable import RemoteDriver

@Suite(.timeLimit(.minutes(20))) struct DriverEventTableTests {
  private static let domain = DomainRef(name: "guest", uuid: UUID(high: 1, low: 2), id: 3)

  /// The numbers of libvirt's protocol file, per event: the newest form.
  private static let modern: [(Int32, DomainEventID)] = [
    (318, .lifecycle), (319, .reboot), (320, .rtcChange), (321, .watchdog), (322, .ioError), (323, .graphics),
    (324, .ioErrorReason), (325, .controlError), (326, .blockJob), (327, .diskChange), (328, .trayChange), (329, .pmwakeup),
    (330, .pmsuspend), (331, .balloonChange), (332, .pmsuspendDisk), (333, .deviceRemoved), (339, .blockJob2), (346, .tunable),
    (348, .agentLifecycle), (354, .deviceAdded), (359, .migrationIteration), (363, .jobCompleted), (367, .deviceRemovalFailed),
    (379, .metadataChange), (385, .blockThreshold), (423, .memoryFailure), (438, .memoryDeviceSizeChange),
  ]

  private static let old: [(Int32, DomainEventID)] = [
    (107, .lifecycle), (169, .reboot), (170, .rtcChange), (171, .watchdog), (172, .ioError), (173, .graphics),
    (195, .ioErrorReason), (224, .controlError), (241, .blockJob), (248, .diskChange), (268, .trayChange), (269, .pmwakeup),
    (270, .pmsuspend), (276, .balloonChange), (292, .pmsuspendDisk), (311, .deviceRemoved),
  ]

  @Test func everyEventHasItsMessage() {
    #expect(Set(Self.modern.map(\.1)) == Set(DomainEventID.allCases))
    let expected = Dictionary(uniqueKeysWithValues: Self.modern + Self.old)
    #expect(DomainEventTable.kinds == expected)
  }

  private func read(_ number: Int32, _ payload: some XDRCodable) throws -> IncomingEvent {
    try #require(DomainEventTable.read(number, payload.encoded()[...]))
  }

  @Test func innerRecordIsDelivered() throws {
    let record = DomainLifecycleEvent(dom: Self.domain, event: 5, detail: 1)
    let wrapped = try read(318, Callback(callbackID: 9, msg: record))
    #expect(wrapped.callbackID == 9)
    #expect(wrapped.event.domain == Self.domain)
    #expect(wrapped.event.message as? DomainLifecycleEvent == record)
    let old = try read(107, record)
    #expect(old.callbackID == nil)
    #expect(old.event.message as? DomainLifecycleEvent == record)
  }

  @Test(arguments: [(319, false), (325, false), (329, true), (330, true), (332, true)] as [(Int32, Bool)])
  func eventsWithoutDetailsAreTheirDomain(_ number: Int32, _ hasReason: Bool) throws {
    let event =
      hasReason
      ? try read(number, CallbackWithReason(callbackID: 4, msg: Self.domain)) : try read(number, Callback(callbackID: 4, msg: Self.domain))
    #expect(event.callbackID == 4)
    #expect(event.event.message as? DomainRef == Self.domain)
  }

  @Test func flatRecordIsDeliveredAsItIs() throws {
    let record = DomainAgentLifecycleEvent(callbackID: 8, dom: Self.domain, state: 1, reason: 2)
    let event = try read(348, record)
    #expect(event.callbackID == 8)
    #expect(event.event.kind == .domain(.agentLifecycle))
    #expect(event.event.message as? DomainAgentLifecycleEvent == record)
  }

  @Test(arguments: [0, 1, 318, 999] as [Int32])
  func whatIsNoEventIsNothing(_ number: Int32) {
    #expect(DomainEventTable.read(number, [0, 0, 0]) == nil)
  }
}
