import CommandLanguage
import Commands
import LibvirtProtocol
import TestDriver
import Testing

/// Whatever a name, title, description or argument holds, nothing reaches the terminal that could steer it or turn its text around.
///
/// One at a time: a hundred programs at once would starve everything else.
@Suite(.serialized, .timeLimit(.minutes(20))) struct HostileNamesTests {
  /// The first code point that a terminal may act on, with what stands around it.
  private func harm(_ run: TerminalRun) -> String? {
    // How the line that says what is waited for comes and goes.
    let scalars = Array(run.text.replacing("\r\u{1B}[K", with: "").unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isHarmful =
        switch scalar.value {
        case 0x09, 0x0A: false
        // The terminal itself puts one in front of each newline; CSV ends its lines with one.
        case 0x0D: !(index + 1 < scalars.count && [0x0A, 0x0D].contains(scalars[index + 1].value))
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
      if isHarmful {
        let around = scalars[max(0, index - 60)..<min(scalars.count, index + 20)].map { $0.escaped(asASCII: true) }.joined()
        return "U+\(String(scalar.value, radix: 16)) in \(around)"
      }
    }
    return nil
  }

  private func check(_ run: TerminalRun, sourceLocation: SourceLocation = #_sourceLocation) {
    if let harm = harm(run) { Issue.record("\(harm)", sourceLocation: sourceLocation) }
  }

  @Test(arguments: HostileHost.texts.indices, ["table", "json", "jsonl", "csv", "tsv", "name"])
  func everyCommandInEveryForm(index: Int, form: String) async throws {
    let text = HostileHost.texts[index]
    let host = try await HostileHost(text: text)
    let before = try await host.bystander()
    let lines = HostileHost.lines(on: host.domain, text: text, withOptions: text.utf8.count < 1000)
    let run = try await TerminalRun(
      ["-c", host.uri, "--keep-going", "-o", form], input: lines.joined(separator: "\n"),
      variables: ["TERM=xterm", "NO_COLOR=1", "EDITOR=true"])
    #expect(run.status != nil)
    check(run)
    #expect(run.bytes.count > 1000)
    #expect(try await host.bystander() == before)
    await host.stop()
  }

  @Test(arguments: HostileHost.texts.indices)
  func underTheNameVirsh(index: Int) async throws {
    let text = HostileHost.texts[index]
    let host = try await HostileHost(text: text)
    let lines = HostileHost.lines(on: host.domain, text: text.utf8.count < 1000 ? text : "long", withOptions: false)
    // A line that is written wrongly does nothing at all, and would keep the others from being run.
    let right = lines.filter { (try? Commands.all(in: .virsh).parse(LexedLine(string: $0, dialect: .virsh))) != nil }
    #expect(right.count > 30)
    let together = right.joined(separator: ";")
    for line in [together] + lines.filter({ !right.contains($0) }) {
      let run = try await TerminalRun(as: "virsh", ["-c", host.uri, line], variables: ["TERM=xterm", "EDITOR=true"])
      check(run)
      #expect(run.bytes.count > (line == together ? 1000 : 10))
    }
    await host.stop()
  }

  @Test(arguments: HostileHost.texts.indices, ["table", "json"])
  func events(index: Int, form: String) async throws {
    let host = try await HostileHost(text: HostileHost.texts[index])
    let driver = TestDriver(host: host.daemon.host)
    let run = try await TerminalRun(
      ["-c", host.uri, "-o", form, "event", "--event", "lifecycle", "--timeout", "60"], variables: ["TERM=xterm", "NO_COLOR=1"]
    ) {
      // Not a flood: the program has a moment between two events.
      try? await Task.sleep(for: .milliseconds(20))
      _ = try? await driver.call(Remote.domainSuspend, host.domain)
      _ = try? await driver.call(Remote.domainResume, host.domain)
    }
    #expect(run.status == 0)
    check(run)
    await host.stop()
  }

  /// The question names every domain, and stays a question about them.
  @Test(arguments: HostileHost.texts.indices)
  func theQuestionBeforeSeveralAreDestroyed(index: Int) async throws {
    let host = try await HostileHost(text: HostileHost.texts[index])
    let before = try await host.bystander()
    let session = try TerminalSession("virtsh", ["-c", host.uri, "destroy", "*"], columns: 400)
    try await session.wait(for: "the question") { $0.screen.lineToCursor.hasSuffix("? [y/N]: ") }
    // A question of 10,000 characters leaves the screen.
    #expect(HostileHost.texts[index].utf8.count > 1000 || session.screen.text.contains("destroy 2 domains on \(host.uri): "))
    let harmful = session.screen.text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || 0x7F..<0xA0 ~= $0.value || 0x200E...0x200F ~= $0.value || 0x2028...0x202E ~= $0.value)
    }
    #expect(harmful.isEmpty)
    try session.type("n\r")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(try await host.bystander() == before)
    await host.stop()
  }

  /// A text that is not taken is kept in a file, and what is said of it does no harm either.
  @Test(arguments: HostileHost.texts.indices)
  func anEditedTextThatIsRefused(index: Int) async throws {
    let host = try await HostileHost(text: HostileHost.texts[index])
    let before = try await host.bystander()
    let folder = try TemporaryFolder()
    let run = try await TerminalRun(
      ["-c", host.uri, "edit", "\(host.domain.uuid)"],
      variables: ["TERM=xterm", "NO_COLOR=1", "TMPDIR=\(folder.path)", "EDITOR=sed -i s/hvm/wrong/"])
    #expect(run.status == 1)
    check(run)
    #expect(try await host.bystander() == before)
    await host.stop()
  }

  @Test func tracesAndURIs() async throws {
    let text = HostileHost.texts[0]
    let run = try await TerminalRun(["-d0", "-c", "test:///\(text)", "domid \(text)"], variables: ["TERM=xterm", "NO_COLOR=1"])
    check(run)
    let trace = try await TerminalRun(["-d0", "-c", "test:///default", "domid '\(text)'"], variables: ["TERM=xterm", "NO_COLOR=1"])
    check(trace)
    #expect(trace.text.contains("domain(optdata)"))
  }
}
