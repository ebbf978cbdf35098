import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// The security layer of DIGEST-MD5 over plain TCP.
@Suite(.timeLimit(.minutes(20)), .enabled(if: SASLLibvirtd.isPossible, "needs libvirtd and sasl2-bin"))
struct SASLLayerTests {
  /// authList, authSaslInit, authSaslStart, authSaslStep: what comes after their replies is encrypted.
  private static let plainReplies = 4
  private static let name = "virtsh-sasl-large-\(getpid())"

  /// A definition of more than four blocks.
  private static let definition = """
    <domain type='qemu'><name>\(name)</name><memory unit='MiB'>16</memory>
    <description>\(String(repeating: "as plain as day ", count: 20_000))</description>
    <os><type arch='x86_64' machine='pc'>hvm</type></os></domain>
    """

  @Test func everythingPassesThrough() async throws {
    try await SASLLibvirtd.with("DIGEST-MD5") { daemon in
      let proxy = try await TCPProxy.start(target: daemon.port)
      let uri = daemon.uri(.tcp, "authfile=\(try daemon.file())", port: proxy.port)
      let keepalive = KeepaliveSettings(interval: 1, count: 60, isExplicit: true)
      let driver = try await SASLLibvirtd.open(uri, keepalive: keepalive)
      var events = try await driver.subscribe(.domain(.lifecycle), nil).makeAsyncIterator()
      let domain = try await driver.call(Remote.domainDefineXml, Self.definition)
      _ = try await events.next()
      #expect(try await driver.call(Remote.domainGetXmlDesc, domain, 0).contains("as plain as day as plain as day"))
      let listed = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      #expect(listed.map(\.name) == [Self.name])
      // Long and short calls mixed, many at a time.
      let replies = (0..<200).map { driver.send(Remote.domainGetXmlDesc, domain, UInt32($0 % 2)) }
      for reply in replies { #expect(try await reply.value.utf8.count > 320_000) }
      // Signs of life while nothing else is said.
      let silence = proxy.sent.count
      #expect(try await Patience.waits { proxy.sent.count >= silence + 60 })
      #expect(driver.closure.reason == nil)
      try await driver.call(Remote.domainUndefineFlags, domain, 0)
      await driver.close()
      Self.checkSecrecy(proxy.sent)
      await proxy.stop()
    }
  }

  /// virsh says the same before, and as little after.
  @Test func nothingLeavesInPlainText() async throws {
    try await SASLLibvirtd.with("DIGEST-MD5") { daemon in
      let proxy = try await TCPProxy.start(target: daemon.port)
      let uri = daemon.uri(.tcp, "authfile=\(try daemon.file())", port: proxy.port)
      let virsh = try await ProgramRun.run("/usr/bin/virsh", ["-c", uri, "dominfo", Self.name])
      Self.checkSecrecy(proxy.sent)
      let other = try await TCPProxy.start(target: daemon.port)
      let both = try SideBySide(uri: daemon.uri(.tcp, "authfile=\(try daemon.file())", port: other.port))
      let ours = try await both.act("dominfo", Self.name)
      both.remove()
      Self.checkSecrecy(other.sent)
      #expect(ours.errors == virsh.errors)
      await proxy.stop()
      await other.stop()
    }
  }

  /// Four calls in plain text, then blocks of which none has a word of the protocol.
  private static func checkSecrecy(_ sent: [UInt8]) {
    var rest = sent[...]
    var procedures: [UInt8] = []
    while procedures.count < plainReplies, rest.count >= 28 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard length >= 28, length <= rest.count else { break }
      procedures.append(rest[rest.startIndex + 15])
      rest = rest.dropFirst(length)
    }
    #expect(procedures == [66, 67, 68, 69])
    #expect(rest.count > 100)
    for word in [[0x20, 0x00, 0x80, 0x86], [0x6b, 0x65, 0x65, 0x70], Array(name.utf8), Array("qemu:///".utf8)] as [[UInt8]] {
      #expect(Array(rest).firstRange(of: word) == nil, "\(word) is plain to see")
    }
    // Each block says how long it is; none is longer than was agreed.
    while rest.count >= 4 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      #expect(length >= 16 && length <= 65536)
      guard length >= 16, length + 4 <= rest.count else { break }
      rest = rest.dropFirst(length + 4)
    }
    #expect(rest.isEmpty)
  }

  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var behind: [UInt8] = []
    var hangsUp = false
    var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
  }

  static let attacks: [Attack] = [
    Attack(testDescription: "2 GB", change: { [0x7f, 0xff, 0xff, 0xff] + $0.dropFirst(4) }),
    Attack(testDescription: "-1", change: { [0xff, 0xff, 0xff, 0xff] + $0.dropFirst(4) }),
    Attack(testDescription: "more than was agreed", change: { [0, 1, 0, 1] + $0.dropFirst(4) }),
    Attack(testDescription: "too little for a block", change: { [0, 0, 0, 15] + $0.dropFirst(4) }),
    Attack(testDescription: "nothing", change: { _ in [0, 0, 0, 0] }),
    Attack(testDescription: "another bit", change: { $0.dropLast(12) + [($0.dropLast(11).last ?? 0) ^ 1] + $0.suffix(11) }),
    Attack(testDescription: "twice", change: { $0 + $0 }),
    Attack(testDescription: "plain text", change: { _ in [0, 0, 0, 28, 0x20, 0, 0x80, 0x86] + [UInt8](repeating: 0, count: 40) }),
    Attack(testDescription: "behind the last plain reply", behind: [0, 0, 0, 20] + [UInt8](repeating: 7, count: 20)),
    Attack(
      testDescription: "half a block", hangsUp: true, change: { Array($0.prefix(10)) }),
  ]

  @Test func attacksEndTheConnection() async throws {
    try await SASLLibvirtd.with("DIGEST-MD5") { daemon in
      let file = try daemon.file()
      for attack in Self.attacks {
        var interference = TCPProxy.Interference()
        interference.behind = attack.behind
        interference.change = attack.change
        interference.hangsUp = attack.hangsUp
        let proxy = try await TCPProxy.start(target: daemon.port, plainReplies: Self.plainReplies, interference)
        do {
          let driver = try await SASLLibvirtd.open(
            daemon.uri(.tcp, "authfile=\(file)", port: proxy.port), deadline: .now + Patience.limit)
          _ = try await driver.call(Remote.connectGetType)
          Issue.record("\(attack.testDescription) was not noticed")
        } catch let error as LibvirtError {
          let isExpected =
            attack.hangsUp
            ? error.code == .systemError : error.message == "internal error: failed to decode SASL data: -1 (generic failure)"
          #expect(isExpected, "\(attack.testDescription): \(error)")
        }
        await proxy.stop()
      }
    }
  }
}
