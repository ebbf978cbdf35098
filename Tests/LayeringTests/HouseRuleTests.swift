import Testing

/// What no file may contain, and how long it may be.
@Suite struct HouseRuleTests {
  /// Each with what is to be used in its place.
  static let forbidden: [(pattern: String, instead: String)] = [
    ("@unchecked Sendable", "a Mutex or an actor"),
    ("nonisolated(unsafe)", "a Mutex or an actor"),
    ("try!", "a thrown error"),
    ("as!", "a conditional cast"),
    ("fatalError", "a thrown error"),
    ("preconditionFailure", "a thrown error"),
    ("print(", "an Outcome, or the output gate"),
  ]

  @Test func noFileIsLong() {
    #expect(LayeringTests.everything.filter { $0.lineCount > 400 }.map(\.path) == [])
  }

  @Test func sourcesAvoidWhatCanCrash() {
    for file in LayeringTests.sources {
      for (number, line) in file.lines.enumerated() {
        for rule in Self.forbidden where Self.contains(line, rule.pattern) {
          Issue.record("\(file.path):\(number + 1): \(rule.pattern), use \(rule.instead)")
        }
      }
    }
  }

  @Test(arguments: [
    ("let x = try! f()", "try!", true), ("x as! T", "as!", true), ("alias!", "as!", false), ("print(1)", "print(", true),
    ("blueprint(1)", "print(", false), ("page.print(1)", "print(", false), ("// print(1)", "print(", false),
    ("  /// never fatalError", "fatalError", false), ("f() // try! again", "try!", false),
  ])
  func wordsAreFoundWhereTheyStand(line: String, pattern: String, isFound: Bool) {
    #expect(Self.contains(line[...], pattern) == isFound)
  }

  /// Whether a line of code, its comment aside, has the pattern as a word of its own.
  static func contains(_ line: Substring, _ pattern: String) -> Bool {
    let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    return code.ranges(of: pattern).contains { range in
      guard range.lowerBound > code.startIndex else { return true }
      let before = code[code.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }
  }
}
