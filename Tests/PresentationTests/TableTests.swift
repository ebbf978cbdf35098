import Presentation
import Testing

private struct Guest: Sendable {
  var id: Int32?
  var name: String
  var state: String
}

@Suite struct TableTests {
  private static let columns: [Column<Guest>] = [
    Column("Id", key: "id", value: { .integer($0.id) }), Column("Name", key: "name", value: { .string($0.name) }),
    Column("State", key: "state", value: { .string($0.state) }),
  ]

  private func table(_ guests: [Guest]) -> Table<Guest> {
    Table(guests, columns: Self.columns, name: { $0.name })
  }

  private func text(_ answer: some Answer, isQuiet: Bool = false) throws -> [String] {
    let bytes = try render(answer, as: .table, PageOptions(isQuiet: isQuiet))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func oneRow() throws {
    #expect(
      try text(table([Guest(id: 1, name: "test", state: "running")])) == [
        " Id   Name   State", "----------------------", " 1    test   running", "",
      ])
  }

  @Test func emptyTableKeepsItsHeader() throws {
    #expect(try text(table([])) == [" Id   Name   State", "--------------------", ""])
    #expect(try text(table([]), isQuiet: true) == [""])
  }

  @Test func quietDropsTheHeaderAndItsWidths() throws {
    let guests = [Guest(id: nil, name: "a", state: "shut off"), Guest(id: 12, name: "bc", state: "idle")]
    #expect(try text(table(guests), isQuiet: true) == [" -    a    shut off", " 12   bc   idle", ""])
    #expect(
      try text(table(guests)) == [
        " Id   Name   State", "-----------------------", " -    a      shut off", " 12   bc     idle", "",
      ])
  }

  /// Each line was printed by `virsh list` in a UTF-8 locale for a domain of that name.
  @Test(arguments: [
    ("日本", " -    日本   shut off"), ("e\u{301}x", " -    e\u{301}x     shut off"), ("가", " -    가     shut off"),
    ("\u{FF76}", " -    \u{FF76}      shut off"), ("\u{1F600}", " -    \u{1F600}     shut off"),
    ("\u{3000}x", " -    \u{3000}x    shut off"),
    ("\u{1160}z", " -    \u{1160}z      shut off"), ("a\u{200B}b", " -    a\u{200B}b     shut off"),
    ("a\u{AD}b", " -    a\u{AD}b    shut off"),
    ("a\u{E000}b", " -    a\u{E000}b    shut off"), ("\u{2603}\u{FE0F}", " -    \u{2603}\u{FE0F}      shut off"),
    ("\u{600}z", " -    \u{600}z     shut off"), ("a\\X41", " -    a\\X41   shut off"), ("a\\b", " -    a\\b    shut off"),
    ("a\\x41", " -    a\\x5cx41   shut off"), ("\\x", " -    \\x5cx   shut off"), ("a\tb", " -    a\\x09b   shut off"),
    ("a\u{7F}b", " -    a\\x7fb   shut off"), ("back\\x41slash", " -    back\\x5cx41slash   shut off"),
  ])
  func widths(name: String, line: String) throws {
    #expect(try text(table([Guest(id: nil, name: name, state: "shut off")]))[2] == line)
  }

  /// virsh prints each of these bytes as `\xff`; ours are true, and as wide.
  @Test(arguments: [("a\u{85}b", "a\\xc2\\x85b"), ("a\u{2028}b", "a\\xe2\\x80\\xa8b"), ("\u{10FFFF}x", "\\xf4\\x8f\\xbf\\xbfx")])
  func unprintable(name: String, shown: String) throws {
    let lines = try text(table([Guest(id: nil, name: name, state: "shut off")]))
    #expect(lines[2] == " -    \(shown)   shut off")
    #expect(lines[1].count == shown.count + 5 + 3 + 8 + 3)
  }

  @Test func bidirectionalOverridesAreEscaped() throws {
    #expect(try text(table([Guest(id: nil, name: "a\u{202E}b", state: "x")]))[2].contains("a\\xe2\\x80\\xaeb"))
  }

  @Test func severalRowsLineUp() throws {
    let guests = ["日本", "abcdefgh", "é", "x\u{1B}[31m"].map { Guest(id: 1, name: $0, state: "s") }
    let lines = try text(table(guests)).dropLast()
    #expect(Set(lines.dropFirst(2).map { displayWidth(of: $0.replacing("\\x", with: "__")) }).count == 1)
    #expect(lines.first { $0.contains("[31m") } == " 1    x\\x1b[31m   s")
  }

  @Test func shownTextMayDifferFromTheValue() throws {
    let table = Table(
      [UInt64(1 << 30)],
      columns: [Column("Size", key: "size", value: { .uint($0) }, show: { ByteAmount($0).text })])
    #expect(try text(table) == [" Size", "-----------", " 1.00 GiB", ""])
    #expect(String(decoding: try render(table, as: .json), as: UTF8.self) == "[{\"size\":1073741824}]\n")
  }

  @Test func manyRows() throws {
    let guests = (0..<20_000).map { (id: Int32) in Guest(id: id, name: "guest-\(id)", state: "running") }
    #expect(try text(table(guests)).count == 20_003)
  }
}
