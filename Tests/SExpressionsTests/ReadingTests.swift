import SExpressions
import Testing

@Suite struct ReadingTests {
  @Test(
    arguments: [
      ("web1", "web1"),
      ("(a b c)", ["a", "b", "c"]),
      ("()", []),
      ("(features )", ["features"]),
      (" \t\n\u{B}\u{C}\r( a\n(b) )\n", ["a", ["b"]]),
      ("(a(b)c)", ["a", ["b"], "c"]),
      ("# all\n(a # to the end ) of the line\n b#too\n)", ["a", "b"]),
      ("(a)\u{4} what ) ( ever", ["a"]),
      ("a\u{4}b", "a"),
      ("('')", [""]),
      ("(\"\" 'it\\'s' \"it's\" 'a\"b')", ["", "it's", "it's", "a\"b"]),
      ("('3' 'None' True 1e-05 -1)", ["3", "None", "True", "1e-05", "-1"]),
      ("(state -b----)", ["state", "-b----"]),
      ("(@ a@b a=b 1,2 100% it's a\\b)", ["@", "a@b", "a=b", "1,2", "100%", "it's", "a\\b"]),
      ("(a[b]c{d}e<f>g;h)", ["a", "[b", "]c", "{d", "}e", "<f", ">g", ";h"]),
      ("\"{'cap': 0, 'weight': 256}\"", "{'cap': 0, 'weight': 256}"),
      (#"(xend.err "Domain '7' is not started")"#, ["xend.err", "Domain '7' is not started"]),
      (#"'\a\b\t\n\v\f\r\\\'\"'"#, "\u{7}\u{8}\t\n\u{B}\u{C}\r\\'\""),
      (#"'\0\7\101\0601\x41\x4a\x4A1'"#, "\0\u{7}A01AJJ1"),
      (#"'\q\8\ z'"#, "\\\\\\z"),
      ("'raw\nnew line # no comment (\u{4})'", "raw\nnew line # no comment (\u{4})"),
      (#"'caf\xc3\xa9'"#, "café"), ("'café'", "café"), ("café", "café"),
    ] as [(String, SExpression)])
  func value(text: String, value: SExpression) throws {
    #expect(try SExpression(parsing: text) == value)
  }

  @Test func bytesNeedNotBeText() throws {
    #expect(try SExpression(parsing: #"'\xff\376'"#) == .atom([0xFF, 0xFE]))
    #expect(try SExpression(parsing: [0xFF]) == .atom([0xFF]))
  }

  @Test func sequences() throws {
    #expect(try SExpression.sequence(parsing: Array(" # nothing".utf8)) == [])
    #expect(try SExpression.sequence(parsing: Array("a (b) 'c'd".utf8)) == ["a", ["b"], "c", "d"])
  }

  @Test(arguments: [
    ("", "line 1, column 1: expected a value, but there is none"),
    ("# only\n  ", "line 2, column 3: expected a value, but there is none"),
    (")", "line 1, column 1: expected a value, but ')' closes no list"),
    ("(a)\n )", "line 2, column 2: expected a value, but ')' closes no list"),
    ("(a)\n  # more\n  é b", "line 3, column 3: expected the end after one value"),
    ("(é (b\n(c)", "line 2, column 4: expected ')' for the list begun at line 1, column 4"),
    ("(a\u{4})", "line 1, column 3: expected ')' for the list begun at line 1, column 1"),
    ("(a 'b)", "line 1, column 7: expected the closing quote of the text begun at line 1, column 4"),
    ("'\\", "line 1, column 3: expected the closing quote of the text begun at line 1, column 1"),
    (#"'\x4g'"#, #"line 1, column 5: expected two hexadecimal digits after \x"#),
    (#"'\x"#, #"line 1, column 4: expected two hexadecimal digits after \x"#),
    (#"'\400'"#, #"line 1, column 3: expected an octal escape of at most \377"#),
    ("(a\0)", "line 1, column 3: expected a value, but found control character 0"),
    ("\u{1B}[31m", "line 1, column 1: expected a value, but found control character 27"),
  ])
  func refusal(text: String, message: String) {
    let error = #expect(throws: SExpressionError.self) { try SExpression(parsing: text) }
    #expect(error?.description == message)
  }

  @Test func limits() throws {
    let limits = SExpressionLimits(bytes: 20, depth: 3, values: 5)
    #expect(try SExpression(parsing: "(((a b)))", limits: limits) == [[["a", "b"]]])
    func refusal(_ text: String) -> String? {
      #expect(throws: SExpressionError.self) { try SExpression(parsing: text, limits: limits) }?.description
    }
    #expect(refusal("((((a))))") == "line 1, column 4: expected at most 3 lists in each other")
    #expect(refusal("(a b c () d)") == "line 1, column 11: expected at most 5 values")
    #expect(refusal("a                    ") == "line 1, column 21: expected at most 20 bytes")
    let deep = [UInt8](repeating: UInt8(ascii: "("), count: 1 << 20)
    #expect(throws: SExpressionError(line: 1, column: 65, reason: .tooDeep(limit: 64))) { try SExpression(parsing: deep) }
    let many = [UInt8(ascii: "(")] + [UInt8](repeating: UInt8(ascii: "]"), count: 600_000)
    #expect(throws: SExpressionError(line: 1, column: 500_001, reason: .tooManyValues(limit: 500_000))) { try SExpression(parsing: many) }
  }
}
