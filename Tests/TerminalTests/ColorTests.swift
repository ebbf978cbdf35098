import Testing

/// Colour: only on a terminal, only where the user has nothing against it, and never in virsh's ways.
@Suite(.timeLimit(.minutes(20))) struct ColorTests {
  private static let more = ["-c", "test:///default", "list; domid nope"]

  @Test func onATerminal() async throws {
    let run = try await TerminalRun(Self.more, variables: ["TERM=xterm"])
    #expect(run.text.contains("\u{1B}[1mState\u{1B}[0m"))
    #expect(run.text.contains("\u{1B}[32mrunning\u{1B}[0m"))
    #expect(run.text.contains("argument:1: \u{1B}[1;31merror:\u{1B}[0m failed to get domain 'nope'"))
    let refused = try await TerminalRun(["-c", "test:///default", "lst"], variables: ["TERM=xterm"])
    #expect(refused.text.contains("\u{1B}[36mhint:\u{1B}[0m did you mean list?"))
  }

  @Test(arguments: [["TERM=xterm", "NO_COLOR=1"], ["TERM=dumb"], []])
  func notWanted(variables: [String]) async throws {
    let run = try await TerminalRun(Self.more, variables: variables)
    #expect(run.text.contains(" 1    test   running") && run.text.contains("error: failed"))
    #expect(!run.bytes.contains(0x1B))
  }

  @Test func neverUnderTheNameVirsh() async throws {
    #expect(!(try await TerminalRun(as: "virsh", Self.more, variables: ["TERM=xterm"])).bytes.contains(0x1B))
  }

  @Test(arguments: ["json", "jsonl", "csv", "tsv", "name"])
  func notInFormsForPrograms(form: String) async throws {
    let run = try await TerminalRun(["-c", "test:///default", "-o", form, "list"], variables: ["TERM=xterm"])
    #expect(run.status == 0 && !run.bytes.contains(0x1B))
  }
}
