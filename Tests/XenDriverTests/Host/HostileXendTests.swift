import Drivers
import LibvirtProtocol
import Testing
import XDR
import XMLTree
import XenSimulators

@testable import XenDriver

@Suite("A xend that means no good", .serialized, .timeLimit(.minutes(20)))
struct HostileXendTests {
  private static let uuid = "5a8b0001-1111-4222-8333-444444444444"

  /// An answer with a body, whatever is asked for.
  private func answer(_ body: String, type: String = "application/sxp") -> XendFault.Effect {
    .answer(Array("HTTP/1.1 200 OK\r\nContent-type: \(type)\r\nContent-length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
  }

  @Test("a list of more domains than libvirt's limit is refused, and nobody is asked for them")
  func manyNames() async throws {
    try await XendFixture.with { (xend) async throws in
      let names = (1...100_000).map { "d\($0)" }.joined(separator: " ")
      await xend.simulator.add(XendFault(answer("(\(names))"), path: "/xend/domain"))
      let error = await #expect(throws: LibvirtError.self) { try await xend.names() }
      #expect(error?.message == "Too many domains '100000' for limit '16384'" && error?.code == .rpc)
      #expect(await xend.simulator.requests.count == 1)
    }
  }

  @Test("what is no list of domains is not an empty one", arguments: ["hello", "'()'"])
  func noList(_ body: String) async throws {
    try await XendFixture.with { (xend) async throws in
      await xend.simulator.add(XendFault(answer(body), path: "/xend/domain"))
      let error = await #expect(throws: LibvirtError.self) { try await xend.names() }
      #expect(error?.message == "GET operation failed: xend's answer to GET /xend/domain?state=all is no list")
    }
  }

  @Test("a name that leads to another domain is no domain, a name that is there twice is one")
  func otherDomain() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      let id = try await xend.domain("web1").id
      let document = "(domain (domid \(id)) (name web1) (uuid \(try await xend.domain("web1").uuid)))"
      await xend.simulator.add(XendFault(answer(document), path: "/xend/domain/web2"))
      // The number finds web1.
      await xend.simulator.add(XendFault(answer("(Domain-0 web1 web1 web2 \(id) \(Self.uuid) none)"), path: "/xend/domain"))
      #expect(try await xend.names() == ["Domain-0", "web1"])
      #expect(try await xend.driver.call(Remote.connectNumOfDomains) == 2)
      await #expect(throws: LibvirtError.self) { try await xend.domain("web2") }
      await #expect(throws: LibvirtError.self) { try await xend.domain("\(id)") }
    }
  }

  @Test("a document of ten million bytes is read, one of more than sixteen is refused")
  func large() async throws {
    try await XendFixture.with(domains: 2) { (xend) async throws in
      let domain = try await xend.domain("web1")
      func document(_ size: Int) -> String {
        "(domain (domid \(domain.id)) (name web1) (uuid \(domain.uuid)) (notes '\(String(repeating: "n", count: size))') (memory 77))"
      }
      await xend.simulator.add(XendFault(answer(document(10 << 20)), path: "/xend/domain/web1", count: 1))
      #expect(try await xend.driver.call(Remote.domainGetInfo, domain).memory == 77 << 10)
      await xend.simulator.add(XendFault(answer(document(17 << 20)), path: "/xend/domain/web1", count: 1))
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetInfo, domain) }
      #expect(error?.message == "GET operation failed: xend's answer has a body of more than 16777216 bytes")
    }
  }

  @Test("a document of more values than any domain has is read or refused, but not for ever")
  func manyValues() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      let head = "(domain (domid \(domain.id)) (name web1) (uuid \(domain.uuid)) (memory 77) "
      let cards = String(repeating: "(device (vif (mac 00:16:3e:00:00:01)))", count: 20_000)
      await xend.simulator.add(XendFault(answer("\(head)\(cards))"), path: "/xend/domain/web1", count: 1))
      #expect(try await xend.driver.call(Remote.domainGetInfo, domain).memory == 77 << 10)
      await xend.simulator.add(XendFault(answer("\(head)\(String(repeating: "()", count: 600_000)))"), path: "/xend/domain/web1", count: 1))
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetInfo, domain) }
      #expect(error?.message.contains("at most 500000 values") == true)
    }
  }

  @Test("control characters in every text stay out of XML and error texts, and change nothing else")
  func controls() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      let bad = #"'\x1b[31m\x07\r\n\x00\x7f\xc2\x9b2J\xe2\x80\xae'"#
      let keys = [
        "on_poweroff", "on_reboot", "on_crash", "on_xend_start", "bootloader", "bootloader_args", "features", "security", "cpus",
        "vcpu_avail",
        "memory", "maxmem", "vcpus", "cpu_time", "state", "status", "start_time",
      ].map { "(\($0) \(bad))" }.joined()
      let image =
        "(image (hvm (kernel \(bad)) (loader \(bad)) (args \(bad)) (ramdisk \(bad)) (boot \(bad)) (serial \(bad)) (soundhw \(bad)) (device_model \(bad)) (usbdevice \(bad)) (fda \(bad)) (localtime \(bad)) (rtc_timeoffset \(bad))))"
      let devices =
        "(device (vbd (uname \(bad)) (dev \(bad)) (mode \(bad))))(device (vbd (uname file:/a\(bad)) (dev hda\(bad))))"
        + "(device (vif (mac \(bad)) (bridge \(bad)) (script \(bad)) (ip \(bad)) (vifname \(bad)) (model \(bad)) (type \(bad))))"
        + "(device (vfb (type vnc) (vnclisten \(bad)) (vncpasswd \(bad)) (keymap \(bad)) (location \(bad))))"
        + "(device (pci (dev (domain \(bad)) (bus \(bad)) (slot \(bad)) (func \(bad)))))(device (\(bad) (\(bad) \(bad))))(\(bad) \(bad))"
      let document = "(domain (domid \(domain.id)) (name web1) (uuid \(domain.uuid)) \(keys) \(image) \(devices))"
      await xend.simulator.add(XendFault(answer(document), path: "/xend/domain/web1"))
      #expect(try await xend.names() == ["Domain-0", "web1"])
      let xml = try await xend.driver.call(Remote.domainGetXmlDesc, domain, DomainXMLFlags.secure.rawValue)
      #expect(!xml.utf8.contains { $0 < 0x20 && $0 != 10 && $0 != 13 && $0 != 9 })
      #expect(try XMLDocument(xml, source: "(test)").root.name == "domain")
      await xend.simulator.add(XendFault(answer("(xend.err \(bad))"), operation: "pause"))
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSuspend, domain) }
      #expect(error?.message == "POST operation failed: [31m 2J")
    }
  }

  @Test("a domain whose name holds control characters is listed as it is, and is not taken for another")
  func strangeNames() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let name = "web1\u{1b}[2J"
      await xend.simulator.add(XendFault(answer(#"(Domain-0 'web1\x1b[2J')"#), path: "/xend/domain"))
      await xend.simulator.add(
        XendFault(answer(#"(domain (domid 9) (name 'web1\x1b[2J') (uuid \#(Self.uuid)))"#), path: "/xend/domain/\(name)"))
      #expect(try await xend.names() == ["Domain-0", name])
      try await xend.driver.call(Remote.domainSuspend, try await xend.domain(name))
      #expect(await xend.simulator.state(of: "web1") == "running")
    }
  }

  @Test("an answer of a byte now and then has its deadline like every other, and opening tells it in libvirt's words")
  func trickle() async throws {
    let answer = "HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 8000)
    let server = try RawServer(.unix, [.read, .sendSlowly(answer)])
    defer { server.stop() }
    let error = await #expect(throws: LibvirtError.self) {
      try await XendHost.open(server.address, uri: "xen:///", XendFixture.context(patience: 1))
    }
    #expect(error?.code == .systemError && error?.message.hasPrefix("no answer from xend at ") == true)
  }
}
