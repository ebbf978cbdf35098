import Glibc
import TestDaemonKit
import Testing

/// The real virsh asks libvirt's own test driver, and then ours behind a socket: every word and the status are the same.
@Suite(.timeLimit(.minutes(20)), .enabled(if: access("/usr/bin/virsh", X_OK) == 0, "needs virsh"))
struct TestHostTests {
  /// What is defined as `guest` when a line says `define guest.xml`.
  private static let guest = """
    <domain type='test'><name>guest</name><uuid>11111111-1111-4111-8111-111111111111</uuid>
      <memory>65536</memory><vcpu current='2'>4</vcpu><os><type>hvm</type></os>
      <devices>
        <disk type='file' device='disk'><source file='/guest/1.img'/><target dev='vda' bus='virtio'/></disk>
        <disk type='file' device='disk'><source file='/guest/2.img'/><target dev='vdb' bus='virtio'/></disk>
        <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk>
        <interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/><target dev='lan0'/></interface>
        <interface type='bridge'><mac address='52:54:00:11:22:44'/><source bridge='br0'/><target dev='lan1'/></interface>
        <console type='pty'/><graphics type='vnc' port='5901'/>
      </devices>
    </domain>
    """

  @Test(arguments: TestHostLines.all)
  func answersAsLibvirtsOwn(line: String) async throws {
    let folder = try SocketFolder()
    defer { folder.remove("daemon", "guest.xml") }
    try Self.guest.write(to: folder.socket("guest.xml"))
    let commands = line.split(separator: " ").map { Self.isFile($0) ? folder.socket(String($0.drop { $0 == "@" })) : String($0) }
      .joined(separator: " ").replacing(" ;", with: ";")
    let theirs = try await ProgramRun.run("/usr/bin/virsh", ["-c", "test:///default", commands])
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"))
    let ours = try await ProgramRun.run("/usr/bin/virsh", ["-c", "test+unix:///default?socket=\(daemon.path)", commands])
    await daemon.stop()
    #expect(Self.timeless(ours.output) == Self.timeless(theirs.output))
    #expect(ours.errors == theirs.errors)
    #expect(ours.status == theirs.status)
  }

  /// Whether a word stands for a file in the test's own folder.
  private static func isFile(_ word: Substring) -> Bool { word.hasPrefix("@") }

  /// The output without the digits that depend on when it was asked.
  private static func timeless(_ output: String) -> String {
    output.replacing(#/(CPU time:?\s+)[\d.]+s/#) { "\($0.1)" }
      .replacing(#/((?:rd_|wr_|rx_|tx_)\w+|errs) \d+/#) { "\($0.1)" }
  }
}
