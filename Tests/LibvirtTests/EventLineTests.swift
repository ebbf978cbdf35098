import Drivers
import Libvirt
import LibvirtProtocol
import Testing
import XDR

/// Lines of events in which a server leaves something out.
@Suite struct EventLineTests {
  private static let domain = DomainRef(name: "guest", uuid: UUID(high: 1, low: 2), id: 3)

  private func line(_ kind: DomainEventID, _ message: any XDRCodable & Sendable) -> String {
    DomainEvent(DriverEvent(kind: .domain(kind), domain: Self.domain, message: message)).line
  }

  @Test func diskWithoutItsImage() {
    let event = DomainDiskChangeEvent(dom: Self.domain, oldSrcPath: "/a.iso", newSrcPath: nil, devAlias: "ide0-1-0", reason: 0)
    #expect(line(.diskChange, event) == "event 'disk-change' for domain 'guest' disk ide0-1-0: /a.iso -> <null>: changed")
  }

  @Test func titleHasNoNamespace() {
    let event = DomainMetadataChangeEvent(callbackID: 1, dom: Self.domain, type: 1, nsuri: nil)
    #expect(line(.metadataChange, event) == "event 'metadata-change' for domain 'guest': type title, uri <null>")
  }

  @Test func thresholdOfADiskWithoutAPath() {
    let event = DomainBlockThresholdEvent(callbackID: 1, dom: Self.domain, dev: "vda", path: nil, threshold: 7, excess: 2)
    #expect(line(.blockThreshold, event) == "event 'block-threshold' for domain 'guest': dev: vda(<null>) 7 2")
  }
}
