import Testing

@testable import RemoteDriver

/// Files of groups with keys, as GLib has them.
@Suite struct KeyFileTests {
  @Test func valuesAndEscapes() throws {
    let text = "# c\n\n[a b]\n key\t= value \nempty=\nescaped=\\s\\t\\n\\r\\\\\\x\\\nkey = last\r\n[c]\nx=1\n[a b]\nmore=2"
    let file = try KeyFile(Array(text.utf8))
    #expect(file.value("key", in: "a b") == "last")
    #expect(file.value("empty", in: "a b") == "")
    #expect(file.value("escaped", in: "a b") == " \t\n\r\\\\x")
    #expect(file.value("more", in: "a b") == "2")
    #expect(file.value("x", in: "c") == "1")
    #expect(file.value("x", in: "a b") == nil && file.value("x", in: "d") == nil)
    #expect(file.hasGroup("c") && !file.hasGroup("d"))
    #expect(try KeyFile(Array("[a]\nk=x\u{0}y\n".utf8)).value("k", in: "a") == "x")
    #expect(try KeyFile(Array("[a]\nk=".utf8) + [0xff]).value("k", in: "a") == nil)
    #expect(!(try KeyFile([])).hasGroup(""))
  }

  @Test(arguments: [
    ("hello", 1), ("\n\nkey=value", 3), ("[a\n", 1), ("[a] b", 1), ("[]", 1), ("[a[b]", 1), ("[a]\n=x", 2), ("[a]\n; no comment", 2),
    ("\u{feff}[a]", 1), ("[a\u{7}]", 1), ("[a]\nk=v\nsecret", 3),
  ])
  func mistakesHaveTheirLine(text: String, line: Int) {
    let error = #expect(throws: KeyFile.SyntaxError.self) { try KeyFile(Array(text.utf8)) }
    #expect(error?.line == line)
    #expect(error?.reason.contains("secret") == false)
  }

  /// Any bytes give a file or an error.
  @Test func anyBytes() {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("[]=#\\ \n\rka\0".utf8) + [0xff]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
      if let file = try? KeyFile(bytes) { _ = file.value("k", in: "a") }
    }
  }
}
