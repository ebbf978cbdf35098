import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing

/// Much over TLS, and little at a time. libvirtd overlooks a second message in one record: with one that leaves so, these never end.
@Suite(
  .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct TLSFlowTests {
  /// Some twenty records of TLS.
  private static let definition = """
    <domain type='test'><name>large</name><uuid>2b1e8a6d-59f1-4f0a-9c53-0a4c6f2f7d11</uuid><memory unit='MiB'>16</memory>
    <description>\(String(repeating: "as long as a day ", count: 18_000))</description>
    <os><type>hvm</type></os></domain>
    """

  private static func withServer(settings: [String] = [], _ body: (TLSLibvirtd, _ pki: String) async throws -> Void) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    try await body(try await TLSLibvirtd(certificates, settings: settings), try certificates.client("client"))
  }

  @Test(arguments: ["TLS1.2", "TLS1.3"]) func manyAndLargeMessages(_ version: String) async throws {
    try await Self.withServer { server, pki in
      let driver = try await LiveLibvirtd.open(at: server.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL:%2BVERS-\(version)"))
      var events = try await driver.subscribe(.domain(.lifecycle), nil).makeAsyncIterator()
      let large = try await driver.call(Remote.domainDefineXml, Self.definition)
      #expect(try await events.next()?.domain.name == "large")
      let names = (0..<5000).map { ["test", "large", "none"][$0 % 3] }
      let lookups = driver.send(Remote.domainLookupByName, forEach: names)
      // Between the lookups, large ones both ways, events, and a picture.
      let texts = driver.send(Remote.domainGetXmlDesc, forEach: [DomainRef](repeating: large, count: 20), 0)
      let definitions = driver.send(Remote.domainDefineXml, forEach: [String](repeating: Self.definition, count: 10))
      let test = try await driver.call(Remote.domainLookupByName, "test")
      let stream = try await driver.open(StreamRequest(Remote.domainScreenshot, test, 0, 0))
      var picture: [UInt8] = []
      while case .data(let piece)? = try await stream.read() { picture += piece }
      try await stream.finish()
      #expect(picture.starts(with: [0x89] + Array("PNG\r\n".utf8)))
      var wrong = 0
      for (name, result) in zip(names, await lookups.results) {
        switch result {
        case .success(let domain) where domain.name == name: break
        case .failure(let error as LibvirtError) where name == "none" && error.code == .noDomain: break
        default: wrong += 1
        }
      }
      #expect(wrong == 0)
      for text in try await texts.values { #expect(text.utf8.count > 300_000) }
      #expect(try await definitions.values.map(\.name) == [String](repeating: "large", count: 10))
      for _ in 0..<10 { #expect(try await events.next()?.domain.name == "large") }
      await driver.close()
      #expect(driver.closure.reason == .client)
    }
  }

  @Test func readOnly() async throws {
    try await Self.withServer { server, pki in
      let driver = try await LiveLibvirtd.open(at: server.uri(pki), readOnly: true)
      let results = await driver.send(Remote.domainLookupByName, forEach: [String](repeating: "test", count: 5000)).results
      #expect(results.allSatisfy { (try? $0.get().name) == "test" })
      let refusals = await driver.send(Remote.domainDefineXml, forEach: [String](repeating: Self.definition, count: 5)).results
      for refusal in refusals {
        let error = #expect(throws: LibvirtError.self) { try refusal.get() }
        #expect(error?.message == "operation forbidden: read only access prevents virDomainDefineXML")
      }
      await driver.close()
    }
  }

  /// Two for the handshake, at whose end the server lets us in; who are you; the driver; the first call.
  @Test(arguments: ["TLS1.2", "TLS1.3"]) func theFirstAnswerTakesFiveRoundTrips(_ version: String) async throws {
    try await Self.withServer { server, pki in
      let fewest = try await Patience.fewestRoundTrips(wanted: 5) { delay in
        let proxy = try await RoundTripProxy.startOnTCP(target: server.port, delay: delay)
        let driver = try await LiveLibvirtd.open(
          at: "test+tls://127.0.0.1:\(proxy.port)/default?pkipath=\(pki)&tls_priority=NORMAL:-VERS-ALL:%2BVERS-\(version)")
        let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
        #expect(domains.map(\.name) == ["test"])
        let trips = proxy.roundTrips
        await driver.close()
        await proxy.stop()
        return trips
      }
      #expect(fewest == 5)
    }
  }
}
