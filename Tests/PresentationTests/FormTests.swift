import FormParsers
import FoundationEssentials
import Presentation
import Testing

@Suite struct FormTests {
  private static let nasty = [
    "plain", "", "a,b", "say \"hi\"", "two\nlines", "tab\there", "back\\slash", "é日本", "cr\rlf", "\u{1B}[31m", "del\u{7F}", "c1\u{9B}x",
    "bidi\u{202E}x", "\\x41", " lead", "#x", "=1+1", "\u{2028}",
  ]

  private let table = Table(
    Array(Self.nasty.enumerated()),
    columns: [
      Column("N", key: "n", value: { .integer($0.offset) }), Column("Text", key: "text", value: { .string($0.element) }),
      Column("None", key: "none", value: { _ in nil }), Column("L", key: "list", value: { .list([.integer($0.offset), "x"]) }),
    ], name: { $0.element })

  private func json(_ bytes: some Sequence<UInt8>) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  /// No byte that a terminal could act on, whatever the form.
  private func isHarmless(_ bytes: [UInt8], allowing: Set<Unicode.Scalar> = ["\n"]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      allowing.contains($0) || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x2028...0x202E).contains($0.value))
    }
  }

  @Test func jsonTable() throws {
    let bytes = try render(table, as: .json)
    #expect(isHarmless(bytes))
    guard case .array(let rows) = try json(bytes) else {
      Issue.record("no array")
      return
    }
    #expect(
      rows
        == Self.nasty.enumerated().map {
          .object(["n": .int(Int64($0)), "text": .string($1), "none": .null, "list": .array([.int(Int64($0)), .string("x")])])
        })
  }

  @Test func jsonLines() throws {
    let bytes = try render(table, as: .jsonl)
    #expect(isHarmless(bytes))
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == Self.nasty.count)
    for (line, text) in zip(lines, Self.nasty) {
      guard case .object(let row) = try json(line) else {
        Issue.record("no object")
        continue
      }
      #expect(row["text"] == .string(text))
    }
  }

  @Test func csv() throws {
    let bytes = try render(table, as: .csv)
    #expect(isHarmless(bytes, allowing: ["\n", "\r", "\t"]))
    let records = try DelimitedParser.csv(bytes)
    #expect(records.first == ["n", "text", "none", "list"])
    let texts = records.dropFirst().map { $0[1] }
    #expect(
      texts == [
        "plain", "", "a,b", "say \"hi\"", "two\nlines", "tab\there", "back\\slash", "é日本", "cr\\x0dlf", "\\x1b[31m", "del\\x7f",
        "c1\\xc2\\x9bx", "bidi\\xe2\\x80\\xaex", "\\x5cx41", " lead", "#x", "=1+1", "\\xe2\\x80\\xa8",
      ])
    #expect(records[1] == ["0", "plain", "", "0,x"])
  }

  @Test func csvTellsNullFromEmpty() throws {
    let bytes = try render(Fields([Field("A", key: "a", nil), Field("B", key: "b", "")]), as: .csv)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b\r\n,\"\"\r\n")
  }

  @Test func tsv() throws {
    let bytes = try render(table, as: .tsv)
    let records = try DelimitedParser.tsv(bytes)
    #expect(records.first == ["n", "text", "none", "list"])
    #expect(records.dropFirst().map { $0[1] } == Self.nasty)
    #expect(isHarmless(bytes, allowing: ["\n", "\t"]))
  }

  @Test func headerCanBeLeftOut() throws {
    let options = PageOptions(showsHeader: false)
    #expect(try render(Lines(["a"]), as: .csv, options) == Array("a\r\n".utf8))
    #expect(try render(Lines(["a"]), as: .tsv, options) == Array("a\n".utf8))
    #expect(try render(Lines(["a"], key: "pool"), as: .tsv) == Array("pool\na\n".utf8))
  }

  @Test func names() throws {
    let bytes = try render(table, as: .name)
    #expect(isHarmless(bytes))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == Self.nasty.count)
    #expect(lines[4] == "two\\x0alines")
    #expect(lines[13] == "\\x5cx41")
  }

  @Test func objects() throws {
    let message = Message("Domain 'x' started", .extra, fields: ["domain": "x", "id": 7])
    let bytes = try render(message, as: .json, PageOptions(isQuiet: true))
    #expect(String(decoding: bytes, as: UTF8.self) == "{\"domain\":\"x\",\"id\":7,\"message\":\"Domain 'x' started\"}\n")
    #expect(try render(message, as: .jsonl) == bytes)
    #expect(try render(Document("<a/>\n"), as: .json) == Array("{\"xml\":\"<a/>\\n\"}\n".utf8))
    #expect(try render(Fields([Field("U", key: "u", .uint(.max))]), as: .json) == Array("{\"u\":18446744073709551615}\n".utf8))
    #expect(try render(Lines(["a", "b"]), as: .json) == Array("[\"a\",\"b\"]\n".utf8))
    #expect(try render(Lines(["a"], key: "pool"), as: .jsonl) == Array("{\"pool\":\"a\"}\n".utf8))
  }

  @Test func emptyTables() throws {
    let empty = Table([Int](), columns: [Column("A", key: "a", value: { .integer($0) })])
    #expect(try render(empty, as: .json) == Array("[]\n".utf8))
    #expect(try render(empty, as: .jsonl) == [])
    #expect(try render(empty, as: .csv) == Array("a\r\n".utf8))
  }

  @Test func numbersThatJSONLacksAreNull() throws {
    let fields = Fields([Field("A", key: "a", .double(.infinity)), Field("B", key: "b", .double(0.5))])
    #expect(try render(fields, as: .json) == Array("{\"a\":null,\"b\":0.5}\n".utf8))
  }

  @Test func groupsOfOneShapeAreOneTable() throws {
    let group = AnswerGroup([Lines(["a"]), Lines(["b"])])
    #expect(try render(group, as: .csv) == Array("name\r\na\r\nb\r\n".utf8))
    #expect(try render(group, as: .name) == Array("a\nb\n".utf8))
    #expect(try render(group, as: .json) == Array("[[\"a\"],[\"b\"]]\n".utf8))
    #expect(try render(group, as: .jsonl) == Array("{\"name\":\"a\"}\n{\"name\":\"b\"}\n".utf8))
    #expect(throws: FormError.self) { try render(AnswerGroup([Lines(["a"]), Document("x")]), as: .csv) }
  }

  @Test(arguments: [OutputForm.csv, .tsv, .name]) func formsWithoutSense(form: OutputForm) {
    let error = #expect(throws: FormError.self) { try render(Document("<a/>"), as: form) }
    #expect(error?.available == [.table, .json, .jsonl])
    #expect(error?.description == "this answer has no form '\(form.rawValue)', only table, json, jsonl")
    #expect(throws: FormError.self) { try render(Message("x"), as: form) }
  }

  @Test func namelessTables() {
    let error = #expect(throws: FormError.self) {
      try render(Table([1], columns: [Column("A", key: "a", value: { .integer($0) })]), as: .name)
    }
    #expect(error?.available == [.table, .json, .jsonl, .csv, .tsv])
  }
}
