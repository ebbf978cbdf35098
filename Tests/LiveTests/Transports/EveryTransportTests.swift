import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// The same session over every transport, beside the real virsh with the same URI.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs VIRTSH_TEST_LIBVIRTD_SOCKET"))
struct EveryTransportTests {
  private static let definition = """
    <domain type='test'><name>traveller</name><uuid>8a6d2b1e-59f1-4f0a-9c53-0a4c6f2f7d11</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>
    """

  private static let script = """
    uri
    list --all
    dumpxml test
    define FILE
    start traveller
    domstate traveller --reason
    list --all
    dumpxml traveller
    destroy traveller
    undefine traveller
    list --all
    """

  /// What virsh prints is printed, whether or not things may be changed.
  @Test(arguments: [false, true]) func sameOutputAsVirsh(readOnly: Bool) async throws {
    try await Ways.withAll { ways in
      for way in ways {
        let folder = try SocketFolder()
        defer { folder.remove("guest.xml", "virsh") }
        let file = folder.socket("guest.xml")
        try Self.definition.write(to: file)
        let ours = folder.socket("virsh")
        symlink(SideBySide.program, ours)
        let words = ["-c", way.uri] + (readOnly ? ["-r"] : [])
        let lines = Self.script.replacing("FILE", with: file).split(separator: "\n").joined(separator: ";")
        let theirs = try await ProgramRun.run("/usr/bin/virsh", words + [lines], variables: way.variables)
        let run = try await ProgramRun.run(ours, words + [lines], variables: way.variables)
        #expect(run.output == theirs.output, "\(way.name)")
        #expect(run.errors == theirs.errors, "\(way.name)")
        #expect(run.status == theirs.status, "\(way.name)")
        #expect(theirs.output.contains(" -     test   ") || theirs.output.contains("test   running"), "\(way.name): \(theirs.errors)")
        #expect(theirs.errors.contains("read only access prevents") == readOnly, "\(way.name)")
      }
    }
  }

  @Test func sessionWithEvents() async throws {
    try await Ways.withAll { ways in
      for way in ways {
        let driver = try await LiveLibvirtd.open(at: way.uri, variables: way.variables)
        let events = try await driver.subscribe(.domain(.lifecycle), nil)
        var ending = events.makeAsyncIterator()
        let domain = try await driver.call(Remote.domainDefineXml, Self.definition)
        _ = try await driver.call(Remote.domainCreate, domain)
        let text = try await driver.call(Remote.domainGetXmlDesc, domain, 0)
        #expect(text.contains("<name>traveller</name>"), "\(way.name)")
        try await driver.call(Remote.domainDestroy, domain)
        try await driver.call(Remote.domainUndefineFlags, domain, 0)
        // Defined, started, stopped, undefined.
        for _ in 0..<4 { #expect(try await ending.next()?.domain.name == "traveller", "\(way.name)") }
        await driver.close()
        #expect(driver.closure.reason == .client, "\(way.name)")
      }
    }
  }
}
