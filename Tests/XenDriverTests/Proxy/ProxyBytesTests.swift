import LibvirtProtocol
import Testing
import XDR

@testable import XenDriver

/// Each message of the proxy's protocol, byte for byte.
@Suite struct ProxyBytesTests {
  private static let uuid = UUID(bytes: Array(UInt8(0)..<16)) ?? UUID()

  private static func bytes(_ text: String) -> [UInt8] {
    text.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }

  /// Version, command, serial, length and the number, all little-endian, then what follows the header.
  @Test func questions() throws {
    let rest = " 05 0a 10 00 00 00 00 00 00 00 00 00"
    let seven = " 05 0a 10 00 07 00 00 00 00 00 00 00"
    let id = "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f"
    let name = try #require(ProxyQuestion.lookup(name: "web"))
    let rows: [(ProxyPacket, String)] = [
      (ProxyQuestion.none.packet(serial: 0xa05), "01 00 00 00" + rest),
      (ProxyQuestion.version.packet(serial: 0xa05), "01 00 01 00" + rest),
      (ProxyQuestion.nodeInfo.packet(serial: 0xa05), "01 00 02 00" + rest),
      (ProxyQuestion.list.packet(serial: 0xa05), "01 00 03 00" + rest),
      (ProxyQuestion.numberOfDomains.packet(serial: 0xa05), "01 00 04 00" + rest),
      (ProxyQuestion.lookup(id: 7).packet(serial: 0xa05), "01 00 05 00" + seven),
      (
        ProxyQuestion.lookup(uuid: Self.uuid).packet(serial: 0xa05),
        "01 00 06 00 05 0a 20 00 00 00 00 00 00 00 00 00 " + id
      ),
      (name.packet(serial: 0xa05), "01 00 07 00 05 0a 14 00 00 00 00 00 00 00 00 00 77 65 62 00"),
      (ProxyQuestion.maxMemory(7).packet(serial: 0xa05), "01 00 08 00" + seven),
      (ProxyQuestion.info(7).packet(serial: 0xa05), "01 00 09 00" + seven),
      (ProxyQuestion.xml(7).packet(serial: 0xa05), "01 00 0a 00" + seven),
      (ProxyQuestion.osType(7).packet(serial: 0xa05), "01 00 0b 00" + seven),
      (ProxyQuestion.capabilities.packet(serial: 0xa05), "01 00 0c 00" + rest),
      // The upper half of the number stays zero.
      (ProxyQuestion.lookup(id: -1).packet(serial: 0), "01 00 05 00 00 00 10 00 ff ff ff ff 00 00 00 00"),
    ]
    for (packet, wanted) in rows { #expect(packet.bytes == Self.bytes(wanted), "\(wanted)") }
  }

  @Test func namesThatCannotBeAskedFor() {
    #expect(ProxyQuestion.lookup(name: String(repeating: "x", count: 999))?.packet(serial: 0).bytes.count == 1016)
    for name in ["", "a\0b", String(repeating: "x", count: 1000)] { #expect(ProxyQuestion.lookup(name: name) == nil) }
  }

  private func read<Answer>(_ question: ProxyQuestion<Answer>, _ text: String) throws -> Answer {
    var buffer = ProxyPacketBuffer()
    buffer.append(Self.bytes(text))
    let packet = try #require(try buffer.next())
    #expect(packet.command == question.command.rawValue && packet.serial == 3)
    return try question.read(ProxyAnswer(packet: packet))
  }

  @Test func answers() throws {
    try read(.none, "01 00 00 00 03 00 10 00 00 00 00 00 00 00 00 00")
    // 3.1.0, then a number beyond 32 bits.
    #expect(try read(.version, "01 00 01 00 03 00 10 00 a8 ca 2d 00 00 00 00 00") == 3_001_000)
    #expect(try read(.maxMemory(7), "01 00 08 00 03 00 10 00 00 00 00 00 01 00 00 00") == 1 << 32)
    #expect(try read(.list, "01 00 03 00 03 00 18 00 02 00 00 00 00 00 00 00 00 00 00 00 07 01 00 00") == [0, 0x107])
    #expect(try read(.list, "01 00 03 00 03 00 10 00 00 00 00 00 00 00 00 00") == [])
    #expect(try read(.numberOfDomains, "01 00 04 00 03 00 10 00 05 00 00 00 aa aa aa aa") == 5)
    let id = "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f"
    let web = DomainRef(name: "web", uuid: Self.uuid, id: 7)
    #expect(try read(.lookup(id: 7), "01 00 05 00 03 00 24 00 07 00 00 00 00 00 00 00 \(id) 77 65 62 00") == web)
    #expect(try read(.lookup(uuid: Self.uuid), "01 00 06 00 03 00 14 00 07 00 00 00 00 00 00 00 77 65 62 00") == web)
    #expect(try read(#require(.lookup(name: "web")), "01 00 07 00 03 00 20 00 07 00 00 00 00 00 00 00 \(id)") == web)
    #expect(try read(.xml(7), "01 00 0a 00 03 00 14 00 00 00 00 00 00 00 00 00 3c 61 2f 3e") == "<a/>")
    #expect(try read(.osType(7), "01 00 0b 00 03 00 13 00 00 00 00 00 00 00 00 00 68 76 6d") == "hvm")
    #expect(try read(.capabilities, "01 00 0c 00 03 00 14 00 00 00 00 00 00 00 00 00 3c 63 2f 3e") == "<c/>")
  }

  @Test func recordsHaveHolesAsOn64Bits() throws {
    let info = try read(
      .info(7),
      """
      01 00 09 00 03 00 38 00 00 00 00 00 00 00 00 00 02 cc cc cc cc cc cc cc 00 00 08 00 00 00 00 00 \
      00 00 06 00 00 00 00 00 02 00 cc cc cc cc cc cc 15 cd 5b 07 02 00 00 00
      """)
    let wanted = DomainInfo(
      state: XDRUChar(rawValue: 2), maxMem: 524_288, memory: 393_216, nrVirtCpu: XDRUShort(rawValue: 2), cpuTime: 2 << 32 | 123_456_789)
    #expect(info == wanted)
    let node = try read(
      .nodeInfo,
      """
      01 00 02 00 03 00 50 00 00 00 00 00 00 00 00 00 78 38 36 5f 36 34 00 ff ff ff ff ff ff ff ff ff \
      ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 00 fc 3f 00 00 00 00 00 04 00 00 00 60 09 00 00 \
      01 00 00 00 02 00 00 00 02 00 00 00 01 00 00 00
      """)
    #expect(node.model.text == "x86_64" && node.memory == 4_193_280)
    #expect([node.cpus, node.mhz, node.nodes, node.sockets, node.cores, node.threads] == [4, 2400, 1, 2, 2, 1])
  }

  @Test func refusals() throws {
    let failed = "01 00 %% 00 03 00 10 00 ff ff ff ff 00 00 00 00"
    let tooLarge = "01 00 %% 00 03 00 10 00 fe ff ff ff 00 00 00 00"
    func check<Answer>(_ question: ProxyQuestion<Answer>, _ text: String, _ refusal: ProxyRefusal) throws {
      let command = question.command.rawValue
      let number = "0" + String(command, radix: 16)
      #expect(throws: refusal) {
        _ = try read(question, text.split(separator: "%%").joined(separator: number))
      }
    }
    try check(.nodeInfo, failed, .failed)
    try check(.numberOfDomains, failed, .failed)
    try check(.lookup(id: 7), failed, .failed)
    try check(.lookup(uuid: Self.uuid), failed, .failed)
    try check(#require(.lookup(name: "x")), failed, .failed)
    try check(.info(7), failed, .failed)
    for question in [ProxyQuestion.xml(7), .osType(7), .capabilities] {
      try check(question, failed, .failed)
      try check(question, tooLarge, .tooLarge)
    }
    for question in [ProxyQuestion.version, .maxMemory(7)] {
      try check(question, "01 00 %% 00 03 00 10 00 00 00 00 00 00 00 00 00", .failed)
    }
  }

  @Test(arguments: [
    ("02 00 03 00 03 00 10 00 00 00 00 00 00 00 00 00", 0, "version 2 instead of 1"),
    ("01 00 03 00 03 00 0f 00 00 00 00 00 00 00 00 00", 6, "a length of 15 bytes"),
    ("01 00 03 00 03 00 01 10 00 00 00 00 00 00 00 00", 6, "a length of 4097 bytes"),
    ("01 00 03 00 03 00 14 00 02 00 00 00 00 00 00 00 01 00 00 00", 6, "4 bytes behind the header instead of 8"),
  ])
  func violationsHaveAPlace(text: String, offset: Int, reason: String) {
    #expect(throws: ProxyViolation(command: 3, offset: offset, reason: reason)) { _ = try read(.list, text) }
    let error = ProxyViolation(command: 3, offset: offset, reason: reason)
    #expect("\(error)" == "answer of the proxy to command list, byte \(offset): \(reason)")
  }

  @Test func namesEndInTheMessage() {
    let id = "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f"
    #expect(throws: ProxyViolation(command: 5, offset: 32, reason: "no name")) {
      _ = try read(.lookup(id: 7), "01 00 05 00 03 00 20 00 00 00 00 00 00 00 00 00 \(id)")
    }
    #expect(throws: ProxyViolation.self) { _ = try read(.lookup(id: 7), "01 00 05 00 03 00 14 00 00 00 00 00 00 00 00 00 00 01 02 03") }
  }
}
