import CommandLanguage
import Testing

@Suite struct QuotingTests {
  /// As `echo --shell` of virsh 9.0.0.
  @Test(arguments: [
    ("", "''"), ("a", "a"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("''", "''\\'''\\'''"), ("é", "é"), ("a\u{1}", "a\u{1}"),
    ("%+,-./:=@_", "%+,-./:=@_"),
  ])
  func shell(text: String, quoted: String) {
    #expect(text.quotedForShell == quoted)
  }

  @Test(arguments: Array("\r\t\n !\"#$&()*;<>?[\\]^`{|}~")) func shellSpecials(character: Character) {
    #expect("a\(character)b".quotedForShell == "'a\(character)b'")
  }

  /// As `echo --xml` of virsh 9.0.0.
  @Test(arguments: [("<a b='c'>\"&", "&lt;a b=&apos;c&apos;&gt;&quot;&amp;"), ("a\u{1}\u{1F}b\u{7F}", "ab\u{7F}"), ("é\t\n\r", "é\t\n\r")])
  func xml(text: String, escaped: String) {
    #expect(text.escapedForXML == escaped)
  }

  /// As `echo --split` of virsh 9.0.0.
  @Test(arguments: [
    ("a,b,,c ,d", ["a", "b,c ", "d"]), (",", ["", ""]), (",,", [","]), (",,,", [",", ""]), (",,,,", [",,"]), ("a,", ["a", ""]),
    ("", []), (",a", ["", "a"]), ("a,,", ["a,"]), ("x,,,y", ["x,", "y"]),
  ])
  func commas(text: String, items: [String]) {
    #expect(text.commaSeparatedItems == items)
  }

  /// As virsh 9.0.0 puts names into its line: it escapes blanks and nothing else.
  @Test func virshEscapesBlanks() {
    #expect("two words".escapedAsVirsh() == "two\\ words")
    #expect("a;b#c\"d'e\\f".escapedAsVirsh() == "a;b#c\"d'e\\f")
    #expect("two words".escapedAsVirsh(in: "'") == "two words")
  }

  @Test(arguments: ["plain", "a b", "it's", "\"q\"", "back\\slash", "a;b#c", "#x", "é\tü", "a\nb", "'", "\\", "|x", ">x", "a\u{1B}b"])
  func escapedWordsComeBack(text: String) {
    for quote in [nil, "\"", "'"] as [Character?] {
      let mark = quote.map { String($0) } ?? ""
      let words = LexedLine(string: "echo " + mark + text.escapedForLine(in: quote) + mark, dialect: .virtsh).commands
      #expect(words.map { $0.map(\.text) } == [["echo", text]])
    }
  }
}
