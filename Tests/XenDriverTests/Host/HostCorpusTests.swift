import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("The corpus goes through a xend of its format and comes back", .serialized, .timeLimit(.minutes(20)))
struct HostCorpusTests {
  /// How many processors in use the simulated xend can tell of.
  private static let mostVcpus = 63

  /// Sends a definition to a xend of a format, as one that stays and as one that runs, and compares what comes back.
  private func check(_ xml: String, _ format: XendFormat) async throws {
    let release = try #require(XenRelease(format: format.rawValue))
    try await XendFixture.with(release, memory: 1 << 30) { (xend) async throws in
      let sent = try XenDomain(xml: xml)
      if format.hasDefinedDomains {
        let domain = try await xend.define(xml)
        try await compare(domain, sent, format, xend)
        try await xend.driver.call(Remote.domainUndefine, domain)
      }
      let domain = try await xend.create(xml)
      #expect(domain.id > 0)
      try await compare(domain, sent, format, xend)
    }
  }

  private func compare(_ domain: DomainRef, _ sent: XenDomain, _ format: XendFormat, _ xend: XendFixture) async throws {
    let xml = try await xend.driver.call(Remote.domainGetXmlDesc, domain, DomainXMLFlags.secure.rawValue)
    var (read, expected) = (try XenDomain(xml: xml).asDefined(format), sent.asDefined(format))
    // What is not said is xend's choice.
    expected.uuid = read.uuid
    // xend shows a bootloader without a name where there is none.
    if expected.boot.bootloader == nil, read.boot.bootloader == "" { read.boot.bootloader = nil }
    for index in expected.devices.indices where index < read.devices.count {
      guard case .interface(var card) = expected.devices[index].kind, case .interface(let given) = read.devices[index].kind else {
        continue
      }
      card.mac = card.mac ?? given.mac
      // xend's own script makes a bridge of it.
      expected.devices[index].kind = .interface(card.usedScript == nil ? given : card)
    }
    // Xen before 3.3 keeps this to itself.
    if format < .xen31 { expected.affinity = [] }
    #expect(read.xml(secure: true) == expected.xml(secure: true))
  }

  @Test(arguments: XenCorpus.definitions) func definition(_ name: String) async throws {
    try await check(XenCorpus.text("definitions/\(name).xml"), XenCorpus.format("definitions/\(name).sexpr"))
  }

  @Test(arguments: XenCorpus.documents) func document(_ name: String) async throws {
    let format = XenCorpus.format("documents/\(name).sexpr")
    for document in try XenCorpus.domains(name) {
      let domain = try XenDomain(document: document, format: format)
      // Nothing can start these again.
      guard domain.id != 0, domain.vcpus <= Self.mostVcpus, domain.isHVM || domain.boot.kernel != nil || domain.boot.bootloader != nil
      else { continue }
      try await check(domain.xml(secure: true), format)
    }
  }
}
