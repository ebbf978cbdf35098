import Testing
import XMLTree

@Suite struct WriterTests {
  @Test func libvirtStyle() {
    let element = XMLElement(
      "a", attributes: [XMLAttribute("b", "1'2\"<>&")],
      children: [
        .element(XMLElement("c")), .element(XMLElement("d", text: "x'\"<>&\u{1}\ty\r")), .element(XMLElement("e", text: "")),
      ])
    #expect(
      XMLWriter.string(element) == """
        <a b='1&apos;2&quot;&lt;&gt;&amp;'>
          <c/>
          <d>x&apos;&quot;&lt;&gt;&amp;\ty\r</d>
          <e/>
        </a>

        """)
  }

  @Test func libxml2StyleIsWhatLibxml2Writes() throws {
    let text = "<a b=\"1'2&quot;é😀\"><c/><d>x<e><f/></e>'\"ü</d><!--n--><g><![CDATA[<]]></g></a>"
    let root = try XMLDocument(text, source: "").root
    let theirs = try XMLDocument.select("/a", in: text, source: "").nodes
    #expect([XMLWriter.string(root, style: .libxml2)] == theirs.map { $0 + "\n" })
  }

  @Test func openAndForeignElements() {
    let element = XMLElement(
      "a",
      children: [
        .element(XMLElement("list")),
        .element(XMLElement("notes", children: [.element(XMLElement("n", attributes: [XMLAttribute("x", "'")]))])),
      ])
    #expect(
      XMLWriter.string(element, indent: 1, open: { $0.name == "list" }, foreign: ["notes"]) == """
          <a>
            <list>
            </list>
            <notes>
              <n x="'"/>
            </notes>
          </a>

        """)
  }

  @Test func attributesAndChildrenCanBeSet() {
    var element = XMLElement("a", attributes: [XMLAttribute("x", "1"), XMLAttribute("y", "2")])
    element[attribute: "x"] = "3"
    element[attribute: "z"] = "4"
    element[attribute: "y"] = nil
    element[attribute: "nope"] = nil
    #expect(element.attributes == [XMLAttribute("x", "3"), XMLAttribute("z", "4")])
    element[child: "c"] = XMLElement("c", text: "1")
    element[child: "c"] = XMLElement("c", text: "2")
    #expect(element.elements("c").map(\.text) == ["2"])
    #expect(element.descendant("c", "d") == nil)
    element[child: "c"] = nil
    #expect(element.children.isEmpty)
  }
}
