import LibvirtProtocol
import TestDriver
import Testing
import XDR

@Suite struct HostConfigurationTests {
  private let live = DomainModificationImpact.live.rawValue
  private let config = DomainModificationImpact.config.rawValue
  private let maximum = DomainVcpuFlags.maximum.rawValue

  private func memory(_ host: HostFixture, _ domain: DomainRef) async throws -> (current: UInt64, most: UInt64) {
    let info = try await host.driver.send(Remote.domainGetInfo, domain).value
    return (info.memory, info.maxMem)
  }

  private func vcpus(_ host: HostFixture, _ domain: DomainRef, next: Bool) async throws -> Substring? {
    let flags = next ? DomainXMLFlags.inactive.rawValue : 0
    let xml = try await host.driver.send(Remote.domainGetXmlDesc, domain, flags).value
    return xml.split(separator: "\n").first { $0.contains("<vcpu") }?.drop { $0 == " " }
  }

  @Test func memoryNowAndNext() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    _ = try await host.driver.send(Remote.domainSetMemoryFlags, domain, 1024, config).value
    #expect(try await memory(host, domain).current == 2_097_152)
    _ = try await host.driver.send(Remote.domainSetMemoryFlags, domain, 2048, live).value
    #expect(try await memory(host, domain).current == 2048)
    try await host.destroy(domain)
    #expect(try await memory(host, domain).current == 1024)
  }

  @Test func tooMuchMemory() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    await #expect(throws: LibvirtError.test(.invalidArg, "cannot set memory higher than max memory")) {
      _ = try await host.driver.send(Remote.domainSetMemoryFlags, domain, 8_388_609, 1).value
    }
    let both = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive"
    await #expect(throws: LibvirtError.whole(.invalidArg, both)) {
      _ = try await host.driver.send(Remote.domainSetMemoryFlags, domain, 1024, 3).value
    }
    #expect(try await memory(host, domain) == (2_097_152, 8_388_608))
  }

  @Test func processorsNowAndNext() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    _ = try await host.driver.send(Remote.domainSetVcpusFlags, domain, 1, live | config | maximum).value
    #expect(try await vcpus(host, domain, next: false) == "<vcpu placement='static' current='1'>2</vcpu>")
    #expect(try await vcpus(host, domain, next: true) == "<vcpu placement='static'>1</vcpu>")
  }

  @Test(arguments: [(33, "33 > 32"), (UInt32.max, "-1 > 32")] as [(UInt32, String)])
  func tooManyProcessors(count: UInt32, comparison: String) async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    let text = "requested cpu amount exceeds maximum supported amount (\(comparison))"
    await #expect(throws: LibvirtError.test(.invalidArg, text)) {
      _ = try await host.driver.send(Remote.domainSetVcpusFlags, domain, count, live).value
    }
  }

  @Test func changesNeedSomethingToChange() async throws {
    let host = HostFixture()
    let domain = try await host.create(HostFixture.xml("a", 1))
    await #expect(throws: LibvirtError.self) { _ = try await host.driver.send(Remote.domainSetVcpusFlags, domain, 1, config).value }
    let defined = try await host.define(HostFixture.xml("b", 2))
    await #expect(throws: LibvirtError.self) { _ = try await host.driver.send(Remote.domainSetVcpusFlags, defined, 1, live).value }
    _ = try await host.driver.send(Remote.domainSetVcpusFlags, defined, 2, config).value
    #expect(try await vcpus(host, defined, next: true) == "<vcpu placement='static'>2</vcpu>")
  }

  @Test func theSchedulerHasOneParameter() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    let weight = TypedParameter(field: "weight", value: .uint(60))
    _ = try await host.driver.send(Remote.domainSetSchedulerParameters, domain, Bounded([weight])).value
    await #expect(throws: LibvirtError.test(.invalidArg, "parameter 'weight' occurs multiple times")) {
      _ = try await host.driver.send(Remote.domainSetSchedulerParameters, domain, Bounded([weight, weight])).value
    }
    await #expect(throws: LibvirtError.whole(.invalidArg, "unsupported flags (0x4) in function testDomainGetSchedulerParametersFlags")) {
      _ = try await host.driver.send(Remote.domainGetSchedulerParametersFlags, domain, 1, 4).value
    }
  }
}
