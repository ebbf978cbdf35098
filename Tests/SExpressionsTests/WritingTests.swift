import SExpressions
import SeededNumbers
import Testing

@Suite struct WritingTests {
  @Test(
    arguments: [
      ("/srv/a_b-c.img:~", "/srv/a_b-c.img:~"),
      ("", "''"),
      ([], "()"),
      (["vm", ["name", "web1"], [], ["features", ""]], "(vm (name web1) () (features ''))"),
      ("root=/dev/xvda1 ro", "'root=/dev/xvda1 ro'"),
      ("it's \"x\" \\", #"'it\'s "x" \\'"#),
      ("a\n\t\r\u{1B}\0é", #"'a\n\t\r\x1b\x00\xc3\xa9'"#),
      ("#", "'#'"), ("(a)", "'(a)'"), ("a@b", "'a@b'"), ("\u{4}", #"'\x04'"#), ("\u{7F}", #"'\x7f'"#),
    ] as [(SExpression, String)])
  func written(value: SExpression, text: String) throws {
    #expect(value.description == text)
    #expect(try SExpression(parsing: text) == value)
  }

  @Test func everyByteSurvives() throws {
    let all = SExpression.atom(Array(0...255))
    #expect(try SExpression(parsing: all.serialized()) == all)
    #expect(all.serialized().allSatisfy { (32..<127).contains($0) })
    for byte in UInt8.min...UInt8.max {
      let value = SExpression.list([.atom([byte]), .atom([byte, byte]), .atom([UInt8(ascii: "0"), byte])])
      #expect(try SExpression(parsing: value.serialized()) == value)
    }
  }

  @Test(arguments: 1...8) func anyTreeSurvives(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<400 {
      let tree = RandomTree.tree(using: &random)
      #expect(try SExpression(parsing: tree.serialized()) == tree)
    }
  }
}
