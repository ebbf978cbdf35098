import Testing
import XMLTree

@Suite struct ParsingTests {
  /// What real virsh prints for documents that are not well-formed, after `error: `.
  @Test(arguments: [
    ("", "(d):1: Document is empty\n(null)\n^"),
    ("garbage", "(d):1: Start tag expected, '<' not found\ngarbage\n^"),
    ("<domain>\n  <name>a</name>", "(d):2: Premature end of data in tag domain line 1\n  <name>a</name>\n----------------^"),
    ("<d>\n  <name>a</nam>\n</d>", "(d):2: Opening and ending tag mismatch: name line 2 and nam\n  <name>a</nam>\n---------------^"),
    ("<d a=1 b=\"2\"/>", "(d):1: AttValue: \" or ' expected\n<d a=1 b=\"2\"/>\n-----^"),
    ("<d/>\n<x/>", "(d):2: Extra content at the end of the document\n<x/>\n^"),
    ("<d>&undef;</d>", "(d):1: Entity 'undef' not defined\n<d>&undef;</d>\n----------^"),
    ("<d>\t\t<name>5<</name></d>", "(d):1: StartTag: invalid element name\n<d>\t\t<name>5<</name></d>\n---\t\t--------^"),
  ])
  func malformed(text: String, expected: String) throws {
    let error = try #require(throws: XMLTreeError.self) { try XMLDocument(text, source: "(d)") }
    #expect(error.text == expected)
    #expect(error.first?.isFatal == true)
  }

  @Test func invalidUTF8NamesTheBytes() throws {
    let bytes = Array("<domain><name>a".utf8) + [0xFF, 0xFE] + Array("</name></domain>".utf8)
    let error = try #require(throws: XMLTreeError.self) { try XMLDocument(bytes, source: "(d)") }
    #expect(error.text.hasPrefix("(d):1: Input is not proper UTF-8, indicate encoding !\nBytes: 0xFF 0xFE 0x3C 0x2F\n"))
    #expect(error.text.hasSuffix("\n---------------^"))
  }

  @Test func declaredEncodingsAreForFiles() throws {
    let bytes = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(throws: XMLTreeError.self) { try XMLDocument(bytes, source: "") }
    #expect(try XMLDocument(bytes, source: "", encodings: .declared).root.text == "é")
  }

  @Test func keepsWhatIsThere() throws {
    let root = try XMLDocument(
      "<a x='1' n:y='2' xmlns:n='urn:n'>t<!--c--><![CDATA[<z>]]><?p q?>\n <n:b/></a>", source: ""
    ).root
    #expect(root.attributes.map(\.name) == ["xmlns:n", "x", "n:y"])
    #expect(root.children.prefix(4) == [.text("t"), .comment("c"), .cdata("<z>"), .instruction("p", "q")])
    #expect(root.text == "t<z>\n ")
    let child = try #require(root.elements.first)
    #expect((child.name, child.localName, child.namespace, child.line) == ("n:b", "b", "urn:n", 2))
  }

  @Test func blanksBetweenElementsCanStay() throws {
    #expect(try XMLDocument("<a>\n <b/>\n</a>", source: "").root.children.count == 1)
    #expect(try XMLDocument("<a>\n <b/>\n</a>", source: "", blanks: .keep).root.children.count == 3)
  }

  @Test func limits() throws {
    #expect(throws: XMLTreeError.self) { try XMLDocument("<a><b/></a>", source: "", limits: XMLLimits(bytes: 10)) }
    let deep = try #require(throws: XMLTreeError.self) { try XMLDocument("<a><b><c/></b></a>", source: "", limits: XMLLimits(depth: 2)) }
    #expect(deep.reason == .tooDeep(limit: 2))
    let endless = String(repeating: "<a>", count: 300)
    let error = try #require(throws: XMLTreeError.self) { try XMLDocument(endless, source: "(d)") }
    #expect(error.first?.message == "Excessive depth in document: 256 use XML_PARSE_HUGE option")
  }

  @Test func entitiesOfTheDocumentAreRefused() throws {
    let own = try #require(throws: XMLTreeError.self) {
      try XMLDocument("<!DOCTYPE a [<!ENTITY e \"text\">]><a>&e;</a>", source: "")
    }
    #expect(own.reason == .entityReference("e"))
    let attribute = try #require(throws: XMLTreeError.self) {
      try XMLDocument("<!DOCTYPE a [<!ENTITY e \"text\">]><a b='&e;'/>", source: "")
    }
    #expect(attribute.reason == .entityReference("e"))
    #expect(throws: XMLTreeError.self) {
      try XMLDocument("<!DOCTYPE a [<!ENTITY e SYSTEM \"/etc/hostname\">]><a>&e;</a>", source: "")
    }
    #expect(try XMLDocument("<a>&lt;&#65;</a>", source: "").root.text == "<A")
  }

  @Test func bombsDoNotGoOff() throws {
    var entities = "<!ENTITY a0 \"aaaaaaaaaa\">"
    for level in 1...9 {
      entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    let error = try #require(throws: XMLTreeError.self) { try XMLDocument("<!DOCTYPE a [\(entities)]><a>&a9;</a>", source: "(d)") }
    #expect(error.text.hasPrefix("at line 1: Detected an entity reference loop\n"))
  }

  @Test func manyAtOnce() async {
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let good = (try? XMLDocument("<a n='\(number)'><b/></a>", source: "s").root[attribute: "n"]) == String(number)
          let bad = (try? XMLDocument("<a n='\(number)'>", source: "s")) == nil
          return good && bad
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
