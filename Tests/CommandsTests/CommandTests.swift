import CommandLanguage
import Commands
import LibvirtProtocol
import Presentation
import Testing

/// What commands do beyond what a comparison with virsh on the test host shows.
@Suite struct CommandTests {
  @Test func aReadOnlySessionChangesNothing() async throws {
    let session = try TestSession(readOnly: true)
    for line in ["destroy test", "suspend test", "undefine test", "setmem test 1M", "autostart test", "dumpxml test --migratable"] {
      await #expect(throws: (any Error).self, "\(line)") { _ = try await session.run(line).checked() }
    }
    #expect(try await session.text("list --name") == "test\n")
  }

  @Test(
    arguments: [
      ("/img", "pci:0000.00.0a.1", "vdb", "<address type='pci' domain='0x0000' bus='0x00' slot='0x0a' function='0x1'/>"),
      ("/img", "ccw:fe.0.1", "vdb", "<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/>"),
      ("/img", "scsi:1.2.3", "sda", "<address type='drive' controller='1' bus='2' unit='3'/>"),
      ("/img", "ide:0.0.0", "hda", "<address type='drive' controller='0' bus='0' unit='0'/>"),
      ("/img", "usb:1.2", "sda", "<address type='usb' bus='1' port='2'/>"),
    ])
  func addressesOfDisks(source: String, address: String, target: String, expected: String) async throws {
    let line = "attach-disk test \(source) \(target) --print-xml --address \(address)"
    #expect(try await TestSession().text(line).contains(expected))
  }

  @Test func anIPv6ServerKeepsItsBrackets() async throws {
    let line = "attach-disk test vol vdb --print-xml --source-protocol nbd --source-host-name [::1]:10809"
    #expect(try await TestSession().text(line).contains("<host name='[::1]' port='10809'/>"))
  }

  @Test func textInDisksIsEscaped() async throws {
    let line = "attach-disk test /a vdb --print-xml --serial 'a<b&c'"
    #expect(try await TestSession().text(line).contains("<serial>a&lt;b&amp;c</serial>"))
  }

  @Test func definitionsMustBeUTF8() async throws {
    let path = "/tmp/virtsh-latin1-\(UInt64.random(in: 0...UInt64.max)).xml"
    let bytes = Array("<domain type='test'><name>".utf8) + [0xE9] + Array("</name></domain>".utf8)
    try write(bytes, to: path)
    defer { remove(path) }
    let session = try TestSession()
    await #expect(throws: CommandFailure.self) { _ = try await session.run("define \(path)") }
    #expect(try await session.text("list --all --name") == "test\n")
  }

  /// Hints and the exit status are chosen by it.
  @Test func theErrorOfUndefineIsKept() async throws {
    let session = try TestSession(readOnly: true)
    let error = await #expect(throws: CommandFailure.self) { _ = try await session.run("undefine test") }
    #expect((error?.cause as? LibvirtError)?.code == .operationDenied)
  }

  @Test func undefiningTellsWhatStays() async throws {
    let session = try TestSession()
    let outcome = try await session.run("destroy test; undefine test --storage vda,nope")
    #expect(!outcome.succeeded)
    #expect(
      outcome.diagnostics.map(\.text) == [
        "Storage volume 'vda'(/guest/diskimage1) is not managed by libvirt. Remove it manually.\n",
        "Volume 'nope' was not found in domain's definition.\n",
      ])
    #expect(try await session.text("list --all --name") == "test\n")
  }
}
