import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Names and values that could mean something else", .serialized, .timeLimit(.minutes(20)))
struct HostNameTests {
  /// What a path, a form, an S-expression, XML or a terminal could take for something of its own.
  static let strange = [
    "a b", "it's", "\"quoted\"", "web1/../web2", "100%", "%2e%2e", "%00", "a&op=destroy", "op=destroy&name=web2", "a+b", "a;op=destroy",
    "#x",
    "a?op=destroy", "(name web2)", "a) (name web2", "\\x41", "\\", "m\u{fc}ller", "\u{1f600}", "\u{1b}[2J",
    "a\r\n\r\nPOST /xend/domain/web2",
    "a\tb", "\u{7f}", "<a/>", "{}[]", "web1 ", " web1", "Web1", "0", "1", "-1", "+1", "00000000-0000-0000-0000-000000000000",
  ]
  static let long = String(repeating: "l", count: 20_000)

  /// Text for XML; what XML cannot hold is left out.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { output, scalar in
      if scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value) { output += "&#\(scalar.value);" }
    }
  }

  /// What XML can hold.
  private func holdable(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 || [9, 10, 13].contains($0.value) })
  }

  /// Runs a body with three domains, which are then as they were, and no operation was sent but those expected.
  private func leavingAlone(
    _ release: XenRelease = .v3_4, operations: [String], _ body: (XendFixture, DomainRef) async throws -> Void
  ) async throws {
    try await XendFixture.with(release, domains: 3) { (xend) async throws in
      let domain = try await xend.domain("web1")
      let before = await xend.states.filter { $0.key != "web1" }
      await xend.simulator.forgetRequests()
      try await body(xend, domain)
      #expect(await xend.operations == operations)
      let after = await xend.states
      for (name, state) in before { #expect(after[name] == state, "\(name)") }
      // No request's text broke out of its place.
      for request in await xend.simulator.requests { #expect(request.text.split(separator: " ").contains("HTTP/1.1\r\nHost:")) }
    }
  }

  @Test("lookups find that name and nothing else", arguments: strange + [long], [XenRelease.v3_0_2, .v3_4])
  func lookup(_ name: String, _ release: XenRelease) async throws {
    try await leavingAlone(release, operations: []) { xend, _ in
      let error = await #expect(throws: LibvirtError.self) { try await xend.domain(name) }
      #expect(error?.code == .noDomain, "\(error?.message ?? "")")
      let paths = await xend.simulator.requests.map(\.path)
      #expect(paths == [name.contains("/") ? "xend/domain" : "xend/domain/\(name)"])
    }
  }

  @Test(
    "a name that Xen does not allow is refused before anything is sent",
    arguments: strange.filter { !$0.utf8.allSatisfy(XenDomain.isNameByte) })
  func refusedNames(_ name: String) async throws {
    try await leavingAlone(operations: []) { xend, domain in
      for refused in [
        await #expect(throws: LibvirtError.self) { _ = try await xend.driver.call(Remote.domainRename, domain, name, 0) },
        await #expect(throws: LibvirtError.self) { _ = try await xend.create(XendFixture.xml(escaped(name))) },
        await #expect(throws: LibvirtError.self) { _ = try await xend.define(XendFixture.xml(escaped(name))) },
      ] { #expect(refused?.message.isEmpty == false) }
      #expect(await xend.simulator.requests.isEmpty)
    }
  }

  @Test(
    "a name that Xen allows, and that nobody could ask for, is refused before anything is sent",
    arguments: ["..", ".", "a/b", "web1/", "../web2"], [XenRelease.v3_0_2, .v3_0_4, .v3_4])
  func unaddressableNames(_ name: String, _ release: XenRelease) async throws {
    try await leavingAlone(release, operations: []) { xend, web1 in
      await #expect(throws: LibvirtError.self) { try await xend.create(XendFixture.xml(name)) }
      await #expect(throws: LibvirtError.self) { try await xend.define(XendFixture.xml(name)) }
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainRename, web1, name, 0) }
      #expect(await xend.simulator.requests.isEmpty)
    }
  }

  @Test(
    "a name that Xen allows is that domain's from its birth to its end",
    arguments: ["a+b", "a:b", "1", "-1", "+1", "00000000-0000-0000-0000-000000000000", "Web1"], [XenRelease.v3_0_2, .v3_0_4, .v3_4])
  func allowedNames(_ name: String, _ release: XenRelease) async throws {
    try await leavingAlone(release, operations: ["create", "wait_for_devices", "unpause", "pause", "unpause", "destroy"]) { xend, _ in
      let domain = try await xend.create(XendFixture.xml(name))
      #expect(domain.name == name)
      #expect(try await xend.names().contains(name))
      #expect(try await xend.domain(name) == domain)
      try await xend.driver.call(Remote.domainSuspend, domain)
      #expect(await xend.simulator.state(of: name) == "paused")
      #expect(await xend.simulator.state(of: "web1") == "running")
      #expect(try await xend.driver.call(Remote.domainGetXmlDesc, domain, 0).contains("<name>\(name)</name>"))
      try await xend.driver.call(Remote.domainResume, domain)
      try await xend.driver.call(Remote.domainDestroy, domain)
      #expect(await xend.simulator.state(of: name) == nil)
    }
  }

  @Test("a change names its domain by what cannot become another's, where xend looks that up", arguments: XenRelease.allCases)
  func key(_ release: XenRelease) async throws {
    try await leavingAlone(release, operations: ["pause"]) { xend, domain in
      try await xend.driver.call(Remote.domainSuspend, domain)
      let path = await xend.simulator.requests.last?.path
      #expect(path == "xend/domain/" + (release >= .v3_0_4 ? "\(domain.uuid)" : "web1"))
    }
  }

  @Test("a domain was renamed, and another has its name: a handle of the first does nothing to the other", arguments: XenRelease.allCases)
  func exchanged(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 3) { (xend) async throws in
      let (first, second) = (try await xend.domain("web1"), try await xend.domain("web2"))
      _ = try await xend.driver.call(Remote.domainRename, first, "aside", 0)
      _ = try await xend.driver.call(Remote.domainRename, second, "web1", 0)
      let before = await xend.states
      await xend.simulator.forgetRequests()
      if release >= .v3_0_4 {
        try await xend.driver.call(Remote.domainSuspend, first)
        #expect(await xend.states == before.merging(["aside": "paused"]) { $1 })
      } else {
        await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSuspend, first) }
        #expect(await xend.operations.isEmpty)
        #expect(await xend.states == before)
      }
    }
  }

  @Test("a name is changed to what Xen allows", arguments: ["a+b", "a:b", "7", "x-._"])
  func rename(_ name: String) async throws {
    try await leavingAlone(operations: ["rename"]) { xend, domain in
      _ = try await xend.driver.call(Remote.domainRename, domain, name, 0)
      #expect(await xend.arguments == [["op": "rename", "name": name]])
      #expect(await xend.simulator.domainNames.contains(name))
    }
  }

  @Test("what is longer than xend reads is refused before it is sent")
  func tooLong() async throws {
    try await leavingAlone(operations: []) { xend, domain in
      for refused in [
        await #expect(throws: LibvirtError.self) { _ = try await xend.driver.call(Remote.domainRename, domain, Self.long, 0) },
        await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSave, domain, "/" + Self.long) },
        await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainRestore, "/" + Self.long) },
        await #expect(throws: LibvirtError.self) { _ = try await xend.define(XendFixture.xml(Self.long)) },
      ] { #expect(refused?.message.contains("xend accepts no more than 10000") == true) }
    }
  }

  @Test("files of the host are those that were named", arguments: strange)
  func files(_ name: String) async throws {
    // There is no such folder, so nothing is written.
    let path = "/nonexistent-virtsh/\(name)"
    try await leavingAlone(operations: ["save", "dump", "restore"]) { xend, domain in
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSave, domain, path) }
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainCoreDump, domain, path, 0) }
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainRestore, path) }
      #expect(await xend.arguments.map { $0["file"] } == [path, path, path])
      #expect(error?.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f } == false)
    }
  }

  @Test("a file needs an absolute path without NUL", arguments: ["", "a", " /a", "./a", "/a\0b"])
  func noFiles(_ path: String) async throws {
    try await leavingAlone(operations: []) { xend, domain in
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSave, domain, path) }
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainCoreDump, domain, path, 0) }
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainRestore, path) }
    }
  }

  @Test("a host to migrate to is sent as it is named, or refused", arguments: strange)
  func hosts(_ name: String) async throws {
    let isHost = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } && !name.contains("/")
    try await leavingAlone(operations: isHost ? ["migrate"] : []) { xend, domain in
      let call = Result { try MigrationTarget(name) }
      #expect((try? call.get().host) == (isHost ? name : nil))
      guard isHost else {
        await #expect(throws: LibvirtError.self) {
          try await xend.driver.call(Remote.domainMigratePerform, domain, Opaque([]), name, 0, nil, 0)
        }
        return
      }
      try await xend.driver.call(Remote.domainMigratePerform, domain, Opaque([]), name, 0, nil, 0)
      #expect(await xend.arguments.map { $0["destination"] } == [name])
    }
  }

  @Test("device paths, kernels and their arguments come back as they were", arguments: strange)
  func values(_ text: String) async throws {
    let value = holdable(text)
    try await leavingAlone(operations: ["create", "wait_for_devices", "unpause", "device_create"]) { xend, _ in
      let xml = """
        <domain type='xen'><name>new</name><memory unit='MiB'>64</memory><os><type>linux</type><kernel>/boot/\(escaped(value))</kernel>
        <cmdline>x=\(escaped(value))y</cmdline></os></domain>
        """
      let domain = try await xend.create(xml)
      let disk = "<disk type='file'><source file='/srv/\(escaped(value)).img'/><target dev='xvdb'/></disk>"
      try await xend.driver.call(Remote.domainAttachDevice, domain, disk)
      let read = try await xend.driver.host.domain(domain)
      #expect(read.name == "new")
      #expect(read.boot.kernel == "/boot/\(value)")
      #expect(read.boot.commandLine == "x=\(value)y")
      let sources = read.devices.compactMap { if case .disk(let disk) = $0.kind { disk.source } else { nil } }
      #expect(sources == ["/srv/\(value).img"])
    }
  }
}
