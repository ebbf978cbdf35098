import Testing
import XMLTree

@Suite struct XPathTests {
  private static let text = """
    <domain type='test' id='1'>
      <name>test</name>
      <devices>
        <disk type='file'>
          <source file='/a&amp;b'/>
        </disk>
      </devices>
    </domain>
    """

  private func select(_ expression: String, wrap: Bool = false) throws -> XPathAnswer {
    try XMLDocument.select(expression, in: Self.text, source: "(domain_definition)", wrap: wrap)
  }

  /// As `virsh dumpxml --xpath` prints them.
  @Test(arguments: [
    ("//disk", ["<disk type=\"file\">\n  <source file=\"/a&amp;b\"/>\n</disk>"]),
    ("//@type", [" type=\"test\"", " type=\"file\""]),
    ("/domain/name/text()", ["test"]),
    ("name", ["<name>test</name>"]),
    ("//nope", []),
  ])
  func finds(expression: String, nodes: [String]) throws {
    #expect(try select(expression) == XPathAnswer(nodes: nodes, complaints: []))
  }

  @Test(arguments: [
    ("//disk", "<nodes>\n  <disk type=\"file\">\n    <source file=\"/a&amp;b\"/>\n  </disk>\n</nodes>"),
    ("//@type", "<nodes type=\"file\"/>"), ("//nope", "<nodes/>"), ("//name/text()", "<nodes>test</nodes>"),
  ])
  func wraps(expression: String, text: String) throws {
    #expect(try select(expression, wrap: true).nodes == [text])
  }

  @Test(arguments: [
    ("///", ["XPath error : Invalid expression"]), ("1 +", ["XPath error : Invalid expression"]),
    ("$v", ["XPath error : Undefined variable"]), ("//x:y", ["XPath error : Undefined namespace prefix"]),
    ("//[a", ["XPath error : Invalid expression", "//[a", "  ^"]),
    ("nosuch()", ["xmlXPathCompOpEval: function nosuch not found", "XPath error : Unregistered function"]),
  ])
  func complains(expression: String, complaints: [String]) throws {
    #expect(try select(expression) == XPathAnswer(nodes: [], complaints: complaints))
    #expect(try select(expression, wrap: true) == XPathAnswer(nodes: ["<nodes/>"], complaints: complaints))
  }

  @Test(arguments: ["count(//disk)", "\"str\"", "1=1"])
  func valuesAreNoNodes(expression: String) throws {
    let error = try #require(throws: XMLTreeError.self) { try select(expression) }
    #expect(error.text == "Incorrect xpath '\(expression)'")
  }

  @Test func rootIsADocument() throws {
    #expect(try select("/").nodes.first?.hasPrefix("<?xml version=\"1.0\"") == true)
  }

  @Test func ofADocument() throws {
    #expect(try XMLDocument(Self.text, source: "").select("//source/@file") == [" file=\"/a&amp;b\""])
  }

  @Test func threadsDoNotMixComplaints() async {
    await withTaskGroup(of: [String].self) { group in
      for number in 0..<100 {
        group.addTask {
          (try? XMLDocument.select("f\(number)()", in: "<a/>", source: ""))?.complaints.first.map { [$0, "\(number)"] } ?? []
        }
      }
      for await line in group {
        #expect(line.first == "xmlXPathCompOpEval: function f\(line.last ?? "") not found")
      }
    }
  }
}
