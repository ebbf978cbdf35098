import ConnectionURI
import Drivers
import LibvirtProtocol
import TestDriver
import XDR

/// A driver on a host of its own, with short names for the calls of the tests.
struct HostFixture {
  let driver: TestDriver

  init() { driver = TestDriver(host: TestHost(.default, uri: "test:///default")) }

  /// A host of the given domains, each `<domain …>` with the test driver's own elements if need be; `node` is what the file has besides.
  init(domains: [String], node: String = "") throws {
    let path = "/tmp/virtsh-node-\(UInt64.random(in: 0...UInt64.max)).xml"
    try TemporaryFile.write("<node>\(domains.joined())\(node)</node>", to: path)
    defer { TemporaryFile.remove(path) }
    driver = TestDriver(host: try TestHost.host(of: NodeDefinition(file: path), uri: "test://\(path)"))
  }

  /// A definition of the test driver's kind.
  static func xml(_ name: String, _ number: Int, _ more: String = "") -> String {
    let digits = "\(number)"
    let uuid = "50000000-0000-0000-0000-" + String(repeating: "0", count: 12 - digits.count) + digits
    return """
      <domain type='test' xmlns:test='\(NodeDefinition.namespace)'><name>\(name)</name><uuid>\(uuid)</uuid>
      <memory>65536</memory><vcpu current='1'>2</vcpu><os><type>hvm</type></os>\(more)</domain>
      """
  }

  func domain(_ name: String = "test") async throws -> DomainRef { try await driver.send(Remote.domainLookupByName, name).value }
  func state(_ domain: DomainRef) async throws -> DomainState { try await driver.send(Remote.domainGetState, domain, 0).value }
  func define(_ xml: String) async throws -> DomainRef { try await driver.send(Remote.domainDefineXml, xml).value }
  func create(_ xml: String) async throws -> DomainRef { try await driver.send(Remote.domainCreateXml, xml, 0).value }
  func start(_ domain: DomainRef) async throws -> DomainRef { try await driver.send(Remote.domainCreateWithFlags, domain, 0).value }
  func suspend(_ domain: DomainRef) async throws { _ = try await driver.send(Remote.domainSuspend, domain).value }
  func resume(_ domain: DomainRef) async throws { _ = try await driver.send(Remote.domainResume, domain).value }
  func shutdown(_ domain: DomainRef) async throws { _ = try await driver.send(Remote.domainShutdown, domain).value }
  func reboot(_ domain: DomainRef) async throws { _ = try await driver.send(Remote.domainReboot, domain, 0).value }
  func destroy(_ domain: DomainRef) async throws { _ = try await driver.send(Remote.domainDestroy, domain).value }
  func undefine(_ domain: DomainRef, _ flags: DomainUndefineFlags = []) async throws {
    _ = try await driver.send(Remote.domainUndefineFlags, domain, flags.rawValue).value
  }

  /// The names of the domains that the flags let through, in order.
  func list(_ flags: ConnectListAllDomainsFlags = []) async throws -> [String] {
    try await driver.send(Remote.connectListAllDomains, 1, flags.rawValue).value.elements.map(\.name)
  }
}
