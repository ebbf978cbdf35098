import Glibc
import Testing

/// Keys of the line editor, in a program that only says what it read.
@Suite(.serialized, .timeLimit(.minutes(20))) struct EditingTests {
  private func lab(_ variables: [String] = [], home: TemporaryFolder? = nil) async throws -> TerminalSession {
    let session = try TerminalSession("editor-lab", [], home: home, variables: variables)
    try await session.waitForPrompt("lab> ")
    return session
  }

  @Test(arguments: [
    ("domain-start two\u{17}X", "domain-start X"), ("one two\u{1b}\u{7f}X", "one X"), ("abc\u{1}X", "Xabc"), ("abc\u{15}X", "X"),
    ("ab\u{1b}[D\u{1b}[3~X", "aX"), ("one two\u{1b}[1;5DX", "one Xtwo"), ("漢字\u{7f}X", "漢X"), ("ab\u{1b}[HX\u{1b}[FY", "XabY"),
  ])
  func keysEdit(keys: String, line: String) async throws {
    let session = try await lab()
    try session.type(keys)
    try await session.wait(for: "the keys' echo") { $0.screen.lines.last == "lab> \(line)" }
    try session.type("\r")
    try await session.waitForPrompt("lab> ", below: "got \(line.debugDescription)")
    #expect(session.screen.unknown == [])
  }

  @Test func controlRSearches() async throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(home: folder)
    try await session.waitForPrompt()
    for line in ["echo first", "echo second", "echo third"] {
      try session.type("\(line)\r")
      try await session.waitForPrompt(below: String(line.dropFirst(5)))
    }
    try session.type("\u{12}fir")
    try await session.wait(for: "the search") { $0.screen.lines.suffix(2) == ["virtsh test:///default # echo first", "bck:fir"] }
    try session.type("\r")
    try await session.waitForPrompt(below: "first")
    // Ctrl-C in a search gives the line up.
    try session.type("\u{12}sec")
    try await session.wait(for: "the search") { $0.screen.lines.last == "bck:sec" }
    try session.type("\u{3}")
    try await session.waitForPrompt()
    try session.type("echo fine\r")
    try await session.waitForPrompt(below: "fine")
  }

  @Test(arguments: [
    ("\u{12}o\u{12}\r", "one two"), ("\u{12}o\u{1b}[DX\r", "one three Xfour"), ("\u{12}two\u{7}X\r", "abcX"),
    ("\u{12}twx\u{7f}\r", "one two"),
    ("\u{12}two\u{17}X\r", "Xtwo"), ("\u{12}two\u{1b}", "one two"),
  ])
  func controlRAndWhatFollows(keys: String, line: String) async throws {
    let session = try await lab()
    for line in ["one two", "one three four"] {
      try session.type("remember \(line)\r")
      try await session.waitForPrompt("lab> ", below: "got \"remember \(line)\"")
    }
    try session.type("abc")
    try session.type(keys)
    if !keys.hasSuffix("\r") {
      try await session.wait(for: "the line") { $0.screen.lines.last == "lab> \(line)" }
      try session.type("\r")
    }
    try await session.waitForPrompt("lab> ", below: "got \(line.debugDescription)")
  }

  @Test func longLinesAreNotSearched() async throws {
    let session = try await lab()
    try session.type("remember one\r")
    try await session.waitForPrompt("lab> ", below: "got \"remember one\"")
    try session.type("\u{1b}[200~remember " + String(repeating: "one 漢字 ", count: 600) + "end\u{1b}[201~\r")
    try await session.waitForPrompt("lab> ")
    // The pattern of this search, Escape p, is what stands before the cursor.
    try session.type("o\u{1b}p")
    try await session.wait(for: "the short line") { $0.screen.lineToCursor == "lab> one" }
    try session.type("\u{15}\u{12}end")
    try await session.wait(for: "the short line, still") { $0.screen.lines.suffix(2) == ["lab> one", "bck?end"] }
  }

  @Test func viKeysByEditrc() async throws {
    let session = try await lab(try editrc("bind -v\n"))
    try session.type("abcd\u{1b}")
    try await session.wait(for: "the echo") { $0.screen.lines.last == "lab> abcd" }
    try session.type("0xx")
    try await session.wait(for: "letters deleted") { $0.screen.lines.last == "lab> cd" }
    try session.type("iX\u{1b}[200~Y\tZ\u{1b}[201~\r")
    try await session.waitForPrompt("lab> ", below: "got \"XY\\tZcd\"")
  }

  @Test func theUsersOwnKeysWin() async throws {
    let session = try await lab(try editrc("bind ^W ed-move-to-beg\neditor-lab:bind ^T ed-insert\nvirsh:bind ^A ed-insert\n"))
    try session.type("abc\u{17}X\r")
    try await session.waitForPrompt("lab> ", below: "got \"Xabc\"")
    try session.type("a\u{14}b\r")
    try await session.waitForPrompt("lab> ", below: "got \"a\\u{14}b\"")
    try session.type("b\u{1}a\r")
    try await session.waitForPrompt("lab> ", below: "got \"ab\"")
  }

  @Test func badLinesOfEditrcAreToldOnce() async throws {
    let variables = try editrc("# a comment\nbogus\nbind ^W no-such-function\nbind \"unclosed\nedit off\n  bind ^T ed-move-to-beg\n")
    let session = try await lab(variables)
    let path = try #require(variables.first).dropFirst("EDITRC=".count)
    // The path is as long as the system's folder for temporary files makes it.
    #expect(session.screen.lines.joined().hasPrefix("\(path): the editor does not understand lines 2, 3, 4, 5"))
    try session.type("abc\u{14}X\r")
    try await session.waitForPrompt("lab> ", below: "got \"Xabc\"")
    try session.type("next\r")
    try await session.waitForPrompt("lab> ", below: "got \"next\"")
    #expect(session.screen.lines.filter { $0.contains("does not understand") }.count == 1)
  }

  @Test func linesThatGoOn() async throws {
    let session = try await lab()
    try session.type("one\\\r")
    try await session.waitForPrompt("   > ")
    try session.type("two\r")
    try await session.waitForPrompt("lab> ", below: "got \"one\\\\\\ntwo\"")
    try session.type("one\\\r")
    try await session.waitForPrompt("   > ")
    try session.type("two\u{3}")
    try await session.waitForPrompt("lab> ")
    try session.type("three\\\r")
    try await session.waitForPrompt("   > ")
    try session.type("\u{4}")
    try await session.waitForPrompt("lab> ", below: "got \"three\\\\\"")
  }

  @Test func theTerminalIsLentWithWhatWasTypedAhead() async throws {
    let session = try await lab()
    try session.type("lend\rtyped ahead\r")
    try await session.waitForPrompt("lab> ", below: "lent with \"typed ahead\\n\"")
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file for `$EDITRC`.
  private func editrc(_ text: String) throws -> [String] {
    let path = "\(folder.path)/editrc"
    try folder.write(text, to: "editrc")
    return ["EDITRC=\(path)"]
  }
}
