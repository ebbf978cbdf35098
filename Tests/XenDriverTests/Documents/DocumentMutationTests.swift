import LibvirtProtocol
import SExpressions
import SeededNumbers
import Testing
import XMLTree

@testable import XenDriver

/// Whatever a xend tells or a user defines, there is a domain that can be printed, or an error.
@Suite struct DocumentMutationTests {
  private static let words: [SExpression] = [
    "", "0", "1", "-1", "18446744073709551616", "9223372036854775807", "1e308", "nan", "inf", "-0.5", "None", "True", ":", "::", "tap:",
    "phy:",
    "tap2:tapdisk:", "ioemu:", ":cdrom", "0x", "0-16383", "vc", "tcp:", "udp:@", "unix:,server", "\u{0}\u{1B}[31m", "é", "a\nb", [], [[]],
    ["hvm"],
    ["linux"], ["vnc", "1"], .atom([0xFF]),
  ]

  @Test(arguments: XenCorpus.documents) func documents(name: String) throws {
    var random = SplitMix(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
    for document in try XenCorpus.domains(name) {
      for _ in 0..<40 {
        let mutation = Self.mutation(document, &random)
        for format in XendFormat.allCases { Self.check(mutation, format) }
      }
    }
  }

  @Test(arguments: XenCorpus.nodes) func nodes(name: String) throws {
    var random = SplitMix(seed: 3)
    let document = try SExpression(parsing: XenCorpus.bytes("nodes/\(name).sexpr"))
    for _ in 0..<300 {
      guard let node = try? XenNode(document: Self.mutation(document, &random)) else { continue }
      #expect((try? XMLDocument(node.capabilities(), source: "x")) != nil)
      #expect(node.nodeInfo.sockets >= 1 && node.nodeInfo.cpus >= 1)
    }
  }

  @Test(arguments: XenCorpus.definitions) func definitions(name: String) throws {
    var random = SplitMix(seed: 5)
    let text = Array(XenCorpus.bytes("definitions/\(name).xml"))
    let numbers = ["", "-1", "0", "99999999999999999999", "é", "a:b", "'"]
    for _ in 0..<150 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = bytes[place...].firstIndex { "'<>".utf8.contains($0) } ?? bytes.count
        bytes.replaceSubrange(place..<end, with: (numbers.randomElement(using: &random) ?? "").utf8)
        if bytes.isEmpty { bytes = text }
      }
      guard let domain = try? XenDomain(xml: String(decoding: bytes, as: UTF8.self)) else { continue }
      for format in XendFormat.allCases { _ = try? domain.configuration(format: format) }
      #expect((try? XMLDocument(domain.xml(secure: true), source: "x")) != nil)
    }
  }

  /// Deep and wide documents cost neither the stack nor much memory.
  @Test func sizes() throws {
    var deep: SExpression = "x"
    for _ in 0..<60 { deep = [deep] }
    let wide = SExpression.list(["serial"] + Array(repeating: "pty", count: 10_000))
    let document: SExpression = [
      "domain", ["name", "a"], ["uuid", SExpression(UUID().description)],
      ["image", ["hvm", wide, ["usbdevice", deep], ["parallel", deep]]],
      ["cpus", deep], ["device", deep],
    ]
    let domain = try XenDomain(document: document, format: .xen31)
    #expect(domain.devices.count == XenPort.limit)
  }

  private static func check(_ document: SExpression, _ format: XendFormat) {
    guard let domain = try? XenDomain(document: document, format: format) else { return }
    let xml = domain.xml(secure: true)
    if (try? XMLDocument(xml, source: "x")) == nil { Issue.record("no XML: \(xml)") }
    _ = try? XenDomain(xml: xml)
    _ = domain.info
    for device in domain.devices { _ = (device.deviceID, device.deviceClass) }
    guard let configuration = try? domain.configuration(format: format) else { return }
    if (try? SExpression(parsing: configuration.serialized())) != configuration { Issue.record("not read back: \(configuration)") }
  }

  /// The same with a value replaced, repeated or missing, a few times.
  private static func mutation(_ document: SExpression, _ random: inout SplitMix) -> SExpression {
    var document = document
    for _ in 0..<Int.random(in: 1...4, using: &random) { document = mutated(document, &random) }
    return document
  }

  private static func mutated(_ value: SExpression, _ random: inout SplitMix) -> SExpression {
    guard var elements = value.elements, !elements.isEmpty, Int.random(in: 0..<12, using: &random) > 0 else {
      return words.randomElement(using: &random) ?? ""
    }
    let place = Int.random(in: 0..<elements.count, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: elements.remove(at: place)
    case 1: elements.insert(elements[place], at: 0)
    default: elements[place] = mutated(elements[place], &random)
    }
    return .list(elements)
  }
}
