import Glibc
import TestDaemonKit
import Testing

/// A person at a terminal, whom pkttyagent asks for the password that polkit wants. util-linux' `script` is the terminal.
extension PolkitTests {
  /// A terminal of the user, with a program in it.
  private struct Desk {
    let polkit: PrivatePolkit
    let place: UserPlace

    /// The question of the agent.
    let question = "Password: "
    let password: String

    init(_ polkit: PrivatePolkit, _ place: UserPlace) throws {
      self.polkit = polkit
      self.place = place
      password = try #require(getenv("VIRTSH_TEST_PASSWORD").map { String(cString: $0) })
      try polkit.decide("auth_self")
    }

    /// Runs a program in the terminal, with the user's environment; its status is written at its end.
    func start(_ words: [String], without missing: String? = nil) throws -> PipedProgram {
      let variables = place.variables + ["TERM=dumb"]
      // The shell stays at Ctrl-C.
      let shell = ["/bin/sh", "-c", #"trap : INT; "$@"; echo "status $?."; stty -a; echo "the end.""#, "sh"]
      let command = place.user.command(shell + words, variables: variables, namespaceOf: polkit.process, without: missing)
      return try PipedProgram("/usr/bin/script", ["-qefc", command.map { "'\($0)'" }.joined(separator: " "), "/dev/null"])
    }

    /// Whether no agent of the user is left; one that was told to end may need a moment.
    func hasNoAgent() async throws -> Bool {
      try await Patience.waits(every: .milliseconds(20)) {
        try await polkit.run(["/usr/bin/pgrep", "-u", place.user.name, "pkttyagent"], of: place).output.isEmpty
      }
    }
  }

  @Test func anAgentAsksForThePassword() async throws {
    try await PrivatePolkit.with { polkit, place in
      let desk = try Desk(polkit, place)
      let right = try desk.start([place.program, "-c", polkit.uri, "uri"])
      #expect(try await right.waits(for: desk.question), "\(right.output)")
      right.send(desk.password)
      #expect(try await right.waits(for: "the end."), "\(right.output)")
      #expect(right.output.contains(polkit.uri) && right.output.contains("status 0."), "\(right.output)")
      #expect(!right.output.contains(desk.password))
      // A wrong one is asked for again; the end of the input gives up.
      let wrong = try desk.start([place.program, "-c", polkit.uri, "uri"])
      #expect(try await wrong.waits(for: desk.question), "\(wrong.output)")
      wrong.send("wrong")
      #expect(try await wrong.waits(for: "AUTHENTICATION FAILED"), "\(wrong.output)")
      #expect(try await wrong.waits(for: desk.question, times: 2), "\(wrong.output)")
      wrong.send("\u{4}")
      #expect(try await wrong.waits(for: "the end."), "\(wrong.output)")
      #expect(wrong.output.contains("error: authentication cancelled: user cancelled authentication process"), "\(wrong.output)")
      #expect(!wrong.output.contains("status 0.") && wrong.terminalIsCooked, "\(wrong.output)")
      // Whoever does not decide is not kept: the agent ends with the attempt.
      #expect(try await desk.hasNoAgent())
    }
  }

  /// The terminal of an agent that asks for ours by virsh's name, and for virsh: they get the same answers.
  @Test func besideVirsh() async throws {
    // virsh cannot start one of its own here: polkit asks its kind of agent only where somebody has logged in.
    let withAgent = #"mkfifo "$HOME/$$"; pkttyagent --process $$ --notify-fd 3 3>"$HOME/$$" & cat "$HOME/$$"; exec "$@""#
    try await PrivatePolkit.with { polkit, place in
      let desk = try Desk(polkit, place)
      for answers in [[desk.password], ["wrong", desk.password]] {
        var told: [[String]] = []
        for program in [place.virsh, "/usr/bin/virsh"] {
          let run = try desk.start(["/bin/sh", "-c", withAgent, "sh", program, "-c", polkit.uri, "uri"])
          for (number, answer) in answers.enumerated() {
            #expect(try await run.waits(for: desk.question, times: number + 1), "\(run.output)")
            run.send(answer)
          }
          #expect(try await run.waits(for: "the end."), "\(run.output)")
          // The rest is the agent's.
          told.append(run.lines(with: ["error: ", "status ", polkit.uri]))
        }
        #expect(told[0] == told[1] && told[0] == [polkit.uri, "status 0."], "\(told)")
      }
    }
  }

  /// Nobody can ask where pkttyagent is not installed: it stays with the daemon's word, and the hint says why.
  @Test func withoutTheAgentsProgram() async throws {
    try await PrivatePolkit.with { polkit, place in
      let desk = try Desk(polkit, place)
      let error = "error: authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'"
      var told: [[String]] = []
      for program in [place.virsh, "/usr/bin/virsh", place.program] {
        let run = try desk.start([program, "-c", polkit.uri, "uri"], without: "/usr/bin/pkttyagent")
        #expect(try await run.waits(for: "the end."), "\(run.output)")
        told.append(run.lines(with: ["error: ", "hint: ", "status "]))
      }
      #expect(told[0] == told[1] && told[0].suffix(2) == [error, "status 1."], "\(told)")
      let hint = "hint: polkit has nobody to ask you for a password here (pkttyagent, which could, is not installed); "
      #expect(told[2].contains(error) && told[2].contains { $0.hasPrefix(hint) }, "\(told[2])")
    }
  }

  /// Ctrl-C at the agent's question gives up the command, not the session; the agent is gone and the terminal as it was.
  @Test func ctrlCAtTheQuestion() async throws {
    try await PrivatePolkit.with { polkit, place in
      let desk = try Desk(polkit, place)
      let session = try desk.start([place.program, "-c", "test:///default"])
      let prompt = "virtsh test:///default # "
      #expect(try await session.waits(for: prompt), "\(session.output)")
      session.send("connect \(polkit.uri)")
      #expect(try await session.waits(for: desk.question), "\(session.output)")
      session.send("\u{3}")
      #expect(try await session.waits(for: "still connected to test:///default"), "\(session.output)")
      #expect(try await desk.hasNoAgent())
      session.send("echo sane; list --name; quit")
      #expect(try await session.waits(for: "the end."), "\(session.output)")
      let lines = session.output.split(whereSeparator: \.isNewline)
      #expect(lines.contains("sane") && lines.contains("test"), "\(session.output)")
      #expect(session.output.contains("status 0.") && session.terminalIsCooked, "\(session.output)")

      // One command, and the program ends; the shell behind it finds its terminal in order.
      let single = try desk.start([place.program, "-c", polkit.uri, "uri"])
      #expect(try await single.waits(for: desk.question), "\(single.output)")
      single.send("\u{3}")
      #expect(try await single.waits(for: "the end."), "\(single.output)")
      #expect(single.output.contains("status 130.") && single.terminalIsCooked, "\(single.output)")
      #expect(try await desk.hasNoAgent())
    }
  }
}

extension PipedProgram {
  /// Waits until a text was written so often.
  fileprivate func waits(for text: String, times: Int) async throws -> Bool {
    try await Patience.waits(every: .milliseconds(20)) {
      output.split(separator: text, omittingEmptySubsequences: false).count > times
    }
  }

  /// What was written so far from the first of these texts on, for each line that has one.
  fileprivate func lines(with texts: [String]) -> [String] {
    output.split(whereSeparator: \.isNewline).compactMap { line in
      texts.lazy.compactMap { line.firstRange(of: $0) }.first.map { String(line[$0.lowerBound...]) }
    }
  }

  /// What `stty -a` has told of the terminal: it edits lines, shows what is typed and knows Ctrl-C.
  fileprivate var terminalIsCooked: Bool {
    let words = Set(output.split { $0.isWhitespace })
    return words.contains("icanon") && words.isDisjoint(with: ["-echo", "-isig"])
  }
}
