import Presentation
import Testing

@Suite struct FieldsTests {
  private func text(_ answer: some Answer, _ options: PageOptions = PageOptions()) throws -> String {
    String(decoding: try render(answer, as: .table, options), as: UTF8.self)
  }

  @Test func column() throws {
    let fields = Fields([
      Field("Id", key: "id", nil), Field("CPU(s)", key: "cpus", 2), Field("Max memory", key: "maxMemory", 8_388_608, text: "8192 KiB"),
      Field("Autostart", key: "autostart", false, text: "disable"), Field("A label that is long", key: "x", "y"),
    ])
    #expect(
      try text(fields) == """
        Id:             -
        CPU(s):         2
        Max memory:     8192 KiB
        Autostart:      disable
        A label that is long: y

        """)
  }

  @Test func widerColumn() throws {
    #expect(try text(Fields([Field("CPU model", key: "model", "x86_64")], layout: .column(21))) == "CPU model:           x86_64\n")
  }

  @Test func aligned() throws {
    let fields = Fields(
      [Field("Scheduler", key: "scheduler", "fair"), Field("weight", key: "weight", 50)], layout: .aligned(15), endsWithBlankLine: true)
    #expect(try text(fields) == "Scheduler      : fair\nweight         : 50\n\n")
  }

  @Test func messages() throws {
    let extra = Message("Domain 'x' started", .extra)
    #expect(try text(extra) == "Domain 'x' started\n")
    #expect(try text(extra, PageOptions(isQuiet: true)) == "")
    #expect(try text(Message("Title", terminator: ""), PageOptions(isQuiet: true)) == "Title")
  }

  @Test func documentsAreLeftAlone() throws {
    let xml = "<a>\u{1B}\t\r\n</a>"
    #expect(try text(Document(xml)) == xml + "\n")
    #expect(try text(Document(xml, endsLine: false)) == xml)
    #expect(try text(Document(xml), PageOptions(isTerminal: true)) == "<a>\\x1b\t\\x0d\n</a>\n")
  }

  @Test func groups() throws {
    let group = AnswerGroup([Message("a"), Lines(["b", "c"])], separator: "\n")
    #expect(try text(group) == "a\n\nb\nc\n")
  }

  @Test(arguments: [("x\u{1B}]0;evil\u{7}", "x\\x1b]0;evil\\x07\n"), ("a\u{9B}b", "a\\u{9b}b\n"), ("a\u{202E}b", "a\\u{202e}b\n")])
  func nothingSteersTheTerminal(name: String, shown: String) throws {
    #expect(try text(Lines([name]), PageOptions(isTerminal: true)) == shown)
    #expect(try text(Message(name), PageOptions(isTerminal: true)) == shown)
    #expect(try text(Lines([name])) == name + "\n")
  }
}
