import LibvirtProtocol
import SExpressions
import SeededNumbers
import Testing

@testable import XenDriver

@Suite struct NameTests {
  static let uuid = UUID(high: 0x5a8b_0001_1111_4222, low: 0x8333_4444_4444_4444)

  @Test(arguments: [
    ("web1", "web1"), ("web 1", "web%201"), ("a'b\"c", "a%27b%22c"), ("50%", "50%25"), ("a&b", "a%26b"), ("a+b", "a%2Bb"),
    ("a;b", "a%3Bb"), ("a?op=x", "a%3Fop%3Dx"), ("a#b", "a%23b"), ("*", "%2A"), ("\u{e9}t\u{e9}", "%C3%A9t%C3%A9"), ("a\r\nb", "a%0D%0Ab"),
    ("\u{1b}[0m", "%1B%5B0m"),
    ("a\u{7f}", "a%7F"), ("%2F", "%252F"), ("...", "..."), ("\\..", "%5C.."), ("Domain-0", "Domain-0"), ("a:b", "a%3Ab"), ("3", "3"),
  ])
  func `a name stays one segment of the path`(name: String, segment: String) throws {
    let request = XendRequest.pause(try XendDomainKey(name: name))
    #expect(request.uri == "/xend/domain/" + segment)
    #expect(try request.sent.hasPrefix("POST /xend/domain/\(segment) HTTP/1.1\r\nHost: "))
    #expect(XendRequest.domain(try XendDomainKey(name: name)).uri == "/xend/domain/\(segment)?detail=1")
  }

  @Test(arguments: [
    ("a/b", "contains '/'"), ("/", "contains '/'"), ("", "is empty"), (".", "is '.'"), ("..", "is '..'"), ("a\0", "contains a NUL"),
  ])
  func `a name that no path can hold needs a UUID`(name: String, reason: String) throws {
    #expect(try XendRequest.start(XendDomainKey(name: name, uuid: Self.uuid)).uri == "/xend/domain/\(Self.uuid)")
    #expect {
      try XendDomainKey(name: name)
    } throws: { error in
      (error as? LibvirtError)?.message == "invalid argument: xend cannot be asked for a domain by a name that \(reason)"
        && (error as? LibvirtError)?.domain == .xend
    }
  }

  @Test(arguments: [
    ("web1", false), ("3", true), ("-1", true), ("+7", true), ("0x3", false), ("3a", false), ("\(uuid)", true), ("5a8b", false),
  ])
  func `a name that could be an id or a UUID goes by UUID`(name: String, goesByUUID: Bool) throws {
    #expect(try XendDomainKey(name: name, uuid: Self.uuid).isUUID == goesByUUID)
    #expect(try XendDomainKey(name: name).isUUID == false)
  }

  @Test(arguments: [
    ("a b", "a+b"), ("&op=destroy", "%26op%3Ddestroy"), (";op=destroy", "%3Bop%3Ddestroy"), ("a+b", "a%2Bb"), ("100%", "100%25"),
    ("/../x", "%2F..%2Fx"), ("\u{fc}", "%C3%BC"), ("a\r\n\r\nGET /", "a%0D%0A%0D%0AGET+%2F"), ("\u{1}", "%01"),
    ("'\"(){}", "%27%22%28%29%7B%7D"), ("", ""),
  ])
  func `a value stays one value`(value: String, encoded: String) throws {
    let request = XendRequest.save(try XendDomainKey(name: "web1"), to: value)
    #expect(String(decoding: request.body, as: UTF8.self) == "op=save&file=" + encoded)
  }

  @Test func `any bytes come out of a form as they went in`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let text = String(
        decoding: (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
      let raw = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let form = FormEncoding.form(["a": .text(text), "b": .expression(.atom(raw)), "c": ""])
      let fields = form.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }
      #expect(
        fields.map(Self.decoded) == [Array("a=\(text)".utf8), Array("b=".utf8) + SExpression.atom(raw).serialized(), Array("c=".utf8)])
      let segment = FormEncoding.segment(text)
      #expect(!segment.contains { "/?#& ".contains($0) })
      #expect(Self.decoded(Array(segment.utf8)[...]) == Array(text.utf8))
    }
  }

  /// As servers decode: `+` is a blank, `%XX` a byte.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        bytes += UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16).map { [$0] } ?? []
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  @Test func `bytes that are no text survive`() {
    let body = XendRequest.define(["vm", ["name", .atom([0xff, 0x80, 0x25])]]).body
    #expect(body.allSatisfy { (0x21...0x7e).contains($0) })
  }
}
