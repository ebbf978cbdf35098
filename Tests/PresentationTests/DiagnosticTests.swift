import FormParsers
import FoundationEssentials
import Presentation
import Testing

@Suite struct DiagnosticTests {
  @Test(arguments: [
    (Diagnostic("no"), "error: no\n"), (Diagnostic("a\nb"), "error: a\nb\n"), (Diagnostic("w", severity: .warning), "warning: w\n"),
    (Diagnostic("h", severity: .hint), "hint: h\n"), (Diagnostic("x\u{1B}[2J\r"), "error: x\\x1b[2J\\x0d\n"),
    (Diagnostic("don't \\x41"), "error: don't \\x41\n"),
  ])
  func text(diagnostic: Diagnostic, text: String) {
    #expect(String(decoding: diagnostic.bytes, as: UTF8.self) == text)
  }

  @Test func json() throws {
    let diagnostic = Diagnostic("Domain\nnot \"found\"\u{9B}", code: 42, domain: 10, details: ["name": "x", "level": 2])
    #expect(
      String(decoding: diagnostic.json, as: UTF8.self)
        == "{\"error\":{\"code\":42,\"details\":{\"level\":2,\"name\":\"x\"},\"domain\":10,\"message\":\"Domain\\nnot \\\"found\\\"\\u009b\"}}\n"
    )
    let plain = Diagnostic("w", severity: .warning).json
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(plain)) == .object(["warning": .object(["message": .string("w")])]))
  }

  @Test func outcomes() {
    #expect(Outcome.done.succeeded && Outcome.done.answer == nil)
    let failed = Outcome.failed("one", "two", answer: Lines(["x"]))
    #expect(!failed.succeeded)
    #expect(failed.diagnostics.map(\.text) == ["one", "two"])
    #expect(failed.answer?.names == ["x"])
    #expect((Outcome.message("m").answer as? Message)?.presence == .extra)
    #expect((Outcome.report("m").answer as? Message)?.presence == .always)
  }
}
