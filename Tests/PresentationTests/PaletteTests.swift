import Presentation
import Testing

@Suite struct PaletteTests {
  @Test(arguments: [
    (true, ["TERM": "xterm"], true), (true, ["TERM": "linux", "NO_COLOR": ""], true), (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "dumb"], false), (true, ["TERM": ""], false), (true, [:], false), (false, ["TERM": "xterm"], false),
  ])
  func decision(isTerminal: Bool, variables: [String: String], isColored: Bool) {
    #expect(Palette(isTerminal: isTerminal, variable: { variables[$0] }).isColored == isColored)
  }

  private static let table = Table(
    ["a", "日本", "x\u{1B}[31m"],
    columns: [
      Column("Name", key: "name", value: { .string($0) }, role: { $0 == "a" ? nil : .inactive }),
      Column("State", key: "state", value: { _ in "running" }, role: { _ in .active }),
    ])

  private func text(_ answer: some Answer, _ palette: Palette, as form: OutputForm = .table) throws -> String {
    String(decoding: try render(answer, as: form, PageOptions(isTerminal: true, palette: palette)), as: UTF8.self)
  }

  private func bare(_ text: String) -> String { text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") }

  @Test func colourChangesNoWidth() throws {
    let colored = try text(Self.table, .colored)
    #expect(colored.contains("\u{1B}[1mName\u{1B}[0m") && colored.contains("\u{1B}[32mrunning\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[2mx\\x1b[31m\u{1B}[0m"))
    #expect(bare(colored) == (try text(Self.table, .plain)))
    #expect(!(try text(Self.table, .plain)).contains("\u{1B}"))
  }

  @Test(arguments: OutputForm.allCases.filter { $0 != .table })
  func programsSeeNoColour(form: OutputForm) throws {
    let table = Table(["a"], columns: [Column("S", key: "s", value: { .string($0) }, role: { _ in .failed })], name: { $0 })
    #expect(try text(table, .colored, as: form) == (try text(table, .plain, as: form)))
  }

  @Test func valuesOfFields() throws {
    let fields = Fields([Field("State", key: "state", "crashed", role: .failed), Field("Id", key: "id", 1)])
    #expect(try text(fields, .colored) == "State:          \u{1B}[31mcrashed\u{1B}[0m\nId:             1\n")
  }

  @Test(arguments: [
    (Diagnostic.Severity.error, "\u{1B}[1;31merror:\u{1B}[0m x\n"), (.warning, "\u{1B}[1;33mwarning:\u{1B}[0m x\n"),
    (.hint, "\u{1B}[36mhint:\u{1B}[0m x\n"), (.note, "note: x\n"), (.output, "x\n"),
  ])
  func messages(severity: Diagnostic.Severity, text: String) {
    #expect(String(decoding: Diagnostic("x", severity: severity).bytes(in: .colored), as: UTF8.self) == text)
  }
}
