import Drivers
import LibvirtProtocol
import TestDriver
import XDR

/// Domains that fill a host: `guest0`, `guest1`, …; every other one runs.
struct MadeUpDomains {
  let count: Int

  func define(on host: TestHost) async throws {
    let driver = TestDriver(host: host)
    for number in 0..<max(0, count) {
      let xml = """
        <domain type='test'><name>guest\(number)</name><memory>1048576</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>
        """
      let domain = try await driver.call(Remote.domainDefineXml, xml)
      if number % 2 == 0 { try await driver.call(Remote.domainCreateWithFlags, domain, 0) }
    }
  }
}
