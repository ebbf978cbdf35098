import Testing

@testable import XenSimulators

/// How xend writes values, and what it reads.
@Suite struct SimulatorExpressionTests {
  @Test(arguments: [
    (PythonValue.list([]), "()"), (.list([.text("a"), .integer(-3), .list([.text("b")])]), "(a -3 (b))"),
    (.long(3), "'3'"), (.none, "'None'"), (.boolean(true), "True"), (.boolean(false), "False"),
    (.float(12.345_678_912), "12.345678912"), (.float(1_190_000_000.5), "1190000000.5"), (.float(1e-5), "1e-05"), (.float(3), "3.0"),
    (.float(1.0 / 3), "0.333333333333"), (.list([.text("features"), .text("")]), "(features )"), (.text("@"), "@"),
    (.text("/a-b_c.d:e~1"), "/a-b_c.d:e~1"), (.text("a b"), "'a b'"), (.text("a@b"), "'a@b'"), (.text("it's"), "\"it's\""),
    (.text("it's \"so\""), #"'it\'s "so"'"#), (.text("say \"so\""), #"'say "so"'"#), (.text("a\\b"), #"'a\\b'"#),
    (.text("a\nb\tc\rd\u{1}\u{7f}"), #"'a\nb\tc\rd\x01\x7f'"#), (.text("é"), #"'\xc3\xa9'"#),
  ])
  func valuesAreWrittenAsPythonShowsThem(value: PythonValue, text: String) {
    #expect(String(decoding: value.written, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("(a b)", PythonValue.list([.text("a"), .text("b")])), ("( a\t(b\u{b}c) )", .list([.text("a"), .list([.text("b"), .text("c")])])),
    ("(a#x\n b # y)\n)", .list([.text("a"), .text("b")])), (#"'a\'b' "#, .text("a'b")), (#""a'b""#, .text("a'b")),
    (#"'\x41\101\0'"#, .text("AA\u{0}")), (#"'\qz'"#, .text("\\z")), ("a(b)", .text("a")), ("()", .list([])), ("('')", .list([.text("")])),
    ("a\u{4}b", .text("a")),
  ])
  func sentTextIsRead(text: String, value: PythonValue) throws {
    #expect(try ExpressionReader.values(Array(text.utf8)).first == value)
  }

  @Test(arguments: ["(a", "'a", ")", "(a))", "'\\x4", "'\\400'", "{", "(a ; b)", String(repeating: "(", count: 100_000)])
  func wrongTextIsRefused(text: String) {
    #expect(throws: ExpressionReader.Failure.self) { try ExpressionReader.values(Array(text.utf8)) }
  }

  @Test func whatIsWrittenCanBeRead() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 1...12, using: &generator)).map { _ in UInt8.random(in: 5...255, using: &generator) }
      let value = PythonValue.list([.text("x"), .string(bytes)])
      #expect(try ExpressionReader.values(value.written) == [value])
    }
  }
}
