import Commands
import Testing

/// The XML that `attach-interface` makes, and what it refuses; as virsh's, but for text that would not stay a value there.
@Suite struct InterfaceTests {
  @Test(
    arguments: [
      ("network default --inbound 1,,3 --outbound 4", "<inbound average='1' burst='3'/>\n    <outbound average='4'/>"),
      ("network default --inbound 0,0,0,5", "<inbound floor='5'/>"),
      ("hostdev 0000:00:1f.2 --managed", "<address type='pci' domain='0x0000' bus='0x00' slot='0x1f' function='0x2'/>"),
      ("vhostuser /tmp/s --source-mode server", "<source type='unix' path='/tmp/s' mode='server'/>"),
      ("direct eth0 tap0 52:54:00:01:02:03", "<source dev='eth0'/>\n  <target dev='tap0'/>\n  <mac address='52:54:00:01:02:03'/>"),
      ("network default --alias \"x'/><evil\"", "<alias name='x&apos;/&gt;&lt;evil'/>"),
      ("network \"a\u{202e}&b\"", "<source network='a\u{202e}&amp;b'/>"),
    ])
  func described(options: String, expected: String) async throws {
    #expect(try await TestSession().text("attach-interface test \(options) --print-xml").contains(expected))
  }

  @Test(
    arguments: [
      ("user x", "No support for user in command 'attach-interface'"), ("network x --source-mode bridge", "Invalid source mode: bridge"),
      ("vhostuser /tmp/s", "source-mode is mandatory"), ("hostdev 00:1f.2", "cannot parse pci address '00:1f.2' for network interface"),
      ("network x --inbound 1,2,3,4,5", "Rate string '1,2,3,4,5' has too many fields"),
      ("network x --inbound 1,x", "field 'peak' is malformed"), ("network x --inbound 0", "either inbound average or floor is mandatory"),
      ("network x --outbound 0,0,0,4", "outbound average is mandatory"),
      ("network x --outbound 1,0,0,4", "outbound floor is unsupported yet"),
    ])
  func refused(options: String, sentence: String) async throws {
    let session = try TestSession()
    let failure = await #expect(throws: CommandFailure.self) {
      _ = try await session.run("attach-interface test \(options) --print-xml")
    }
    #expect(failure?.lines == [sentence])
  }
}
