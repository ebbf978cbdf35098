import Glibc
import TestDaemonKit
import Testing

/// Which connection is meant, beside real virsh under the same conditions: of each two neighbours in the order of precedence the first wins.
@Suite(.timeLimit(.minutes(20)), .enabled(if: LittleMachine.isPossible, "needs root, mount namespaces and virsh"))
struct PrecedenceTests {
  /// One question under conditions.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments = ["uri"]
    var variables: [String: String] = [:]
    var configuration: String?
    var sockets: [String] = []
    /// What is printed: the URI, or the end of what goes wrong.
    let answer: String
    /// The socket that is asked, and the name on the wire.
    var asked: [String: String] = [:]

    var testDescription: String { name }
  }

  private static let (v, l) = ("VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI")
  private static let t = "test:///default"
  private static let unnamed = "no connection driver available for URI '(null)' does not include a driver name"

  /// Neighbours in the order of precedence, and the empty ones that do not count.
  static let precedence = [
    Case(
      name: "-c before virsh's variable", arguments: ["-c", t + "?c", "uri"], variables: [v: t + "?v", l: t + "?l"],
      configuration: "uri_default = '\(t)?d'\n", sockets: ["libvirt-sock"], answer: t + "?c"),
    Case(
      name: "virsh's variable before libvirt's", variables: [v: t + "?v", l: t + "?l"], configuration: "uri_default = '\(t)?d'\n",
      sockets: ["libvirt-sock"], answer: t + "?v"),
    Case(
      name: "libvirt's variable before uri_default", variables: [l: t + "?l"], configuration: "uri_default = '\(t)?d'\n",
      sockets: ["libvirt-sock"], answer: t + "?l"),
    Case(
      name: "uri_default before the daemon", configuration: "uri_default = '\(t)?d'\n", sockets: ["libvirt-sock", "virtqemud-sock"],
      answer: t + "?d"),
    Case(
      name: "libvirtd before a driver's daemon", sockets: ["libvirt-sock", "virtqemud-sock"], answer: t, asked: ["libvirt-sock": ""]),
    Case(name: "no daemon at all", answer: "No such file or directory"),
    Case(
      name: "an empty -c is the library's choice", arguments: ["-c", "", "uri"], variables: [v: t + "?v", l: t + "?l"], answer: t + "?l"),
    Case(name: "an empty connect too", arguments: ["connect ''; uri"], variables: [v: t + "?v", l: t + "?l"], answer: t + "?l"),
    Case(name: "connect without a name", arguments: ["connect; uri"], variables: [v: t + "?v", l: t + "?l"], answer: t + "?v"),
    Case(name: "connect with a name", arguments: ["connect \(t)?n; uri; connect; uri"], variables: [v: t + "?v"], answer: t + "?n"),
    Case(name: "empty variables", variables: [v: "", l: ""], configuration: "uri_default = '\(t)?d'\n", answer: t + "?d"),
    Case(name: "an empty variable of virsh", variables: [v: "", l: t + "?l"], answer: t + "?l"),
    Case(name: "an empty uri_default", configuration: "uri_default = ''\n", sockets: ["libvirt-sock"], answer: unnamed),
    Case(name: "reading only", arguments: ["-r", "uri"], sockets: ["libvirt-sock", "libvirt-sock-ro"], answer: t, asked: [:]),
  ]

  static let aliases = "uri_aliases = [\n  'a=\(t)?a', 'b=a',\n  \"xen=\(t)?x\", 'e=', 'a=\(t)?second' ]\n"
  /// Aliases: where they count, and what becomes of what is none.
  static let naming = [
    Case(name: "-c", arguments: ["-c", "a", "uri"], configuration: aliases, answer: t + "?a"),
    Case(name: "connect", arguments: ["connect a; uri"], configuration: aliases, answer: t + "?a"),
    Case(name: "virsh's variable", variables: [v: "a"], configuration: aliases, answer: t + "?a"),
    Case(name: "libvirt's variable", variables: [l: "a"], configuration: aliases, answer: t + "?a"),
    Case(name: "uri_default", configuration: aliases + "uri_default = 'a'\n", answer: t + "?a"),
    Case(
      name: "an alias of an alias", arguments: ["-c", "b", "uri"], configuration: aliases,
      answer: "no connection driver available for URI 'b' does not include a driver name"),
    Case(
      name: "capital letters", arguments: ["-c", "A", "uri"], configuration: aliases,
      answer: "no connection driver available for URI 'A' does not include a driver name"),
    Case(
      name: "nothing behind =", arguments: ["-c", "e", "uri"], configuration: aliases,
      answer: "no connection driver available for URI 'e' does not include a driver name"),
    Case(name: "Xen's name stands above", arguments: ["-c", "xen", "uri"], configuration: aliases, answer: "libvirt-sock': No such file"),
    Case(name: "uri_default is no name of Xen's", configuration: "uri_default = 'xen'\n", answer: unnamed),
    Case(name: "libvirt's variable is no name of Xen's", variables: [l: "XEN"], answer: unnamed),
    Case(name: "virsh's variable is", variables: [v: "XEN"], answer: "libvirt-sock': No such file"),
    Case(name: "a bare word in libvirt's variable", variables: [l: "word"], answer: unnamed),
    Case(
      name: "a bare word in virsh's", variables: [v: "word"],
      answer: "no connection driver available for URI 'word' does not include a driver name"),
    Case(
      name: "a missing slash in uri_default", configuration: "uri_default = 'qemu://system'\n", answer: "(maybe you want qemu:///system)"),
    Case(name: "what cannot be parsed", configuration: "uri_default = 'a b'\n", answer: "internal error: Unable to parse URI a b"),
    Case(
      name: "an alias list that is wrong", arguments: ["-c", t, "uri"], configuration: "uri_aliases = ['a=b', 'x:y=z']\n",
      answer: "Malformed 'uri_aliases' config entry 'x:y=z', aliases may only contain 'a-Z, 0-9, _, -'"),
    Case(
      name: "no list at all", arguments: ["-c", t, "uri"], configuration: "uri_aliases = 5\n",
      answer: "expected a string list for 'uri_aliases' parameter"),
    Case(
      name: "a file that is wrong", arguments: ["-c", t, "uri"], configuration: "# fine\n\nfoo bar\n",
      answer: "libvirt.conf:3: expecting an assignment"),
    Case(name: "which nobody needs", arguments: ["echo", "x"], configuration: "foo bar\n", answer: "x"),
    Case(name: "uri_default is no text", configuration: "uri_default = 5\n", answer: "expected a string for 'uri_default' parameter"),
    Case(name: "which nobody asks for", arguments: ["-c", t, "uri"], configuration: "uri_default = 5\n", answer: t),
    Case(name: "an unknown mode", configuration: "remote_mode = 'x'\n", answer: "invalid argument: Unknown remote mode 'x'"),
    Case(name: "an unknown mode that nobody needs", arguments: ["-c", t, "uri"], configuration: "remote_mode = 'x'\n", answer: t),
    Case(
      name: "an unknown proxy", arguments: ["-c", "qemu:///session", "uri"], configuration: "remote_proxy = 'x'\n",
      answer: "invalid argument: Unnkown proxy type 'x'"),
    Case(
      name: "an unknown proxy that the URI overrules", arguments: ["-c", "qemu:///session?proxy=auto", "uri"],
      configuration: "remote_proxy = 'x'\n", answer: "libvirt-sock': No such file"),
    Case(
      name: "direct sockets without a driver", configuration: "remote_mode = 'direct'\n",
      answer: "Operation not supported: Cannot use direct socket mode if no URI is set"),
  ]

  private static let system = "qemu:///system"
  private static let refused = "no connection driver available for qemu:///session"
  /// Which of several sockets is asked for a driver.
  static let sockets = [
    Case(
      name: "only the driver's", arguments: ["-c", "qemu:///session", "uri"], sockets: ["virtqemud-sock"], answer: refused,
      asked: ["virtqemud-sock": "qemu:///session"]),
    Case(
      name: "only libvirtd's", arguments: ["-c", "qemu:///session", "uri"], sockets: ["libvirt-sock"], answer: refused,
      asked: ["libvirt-sock": "qemu:///session"]),
    Case(
      name: "both", arguments: ["-c", "qemu:///session", "uri"], sockets: ["libvirt-sock", "virtqemud-sock"], answer: refused,
      asked: ["virtqemud-sock": "qemu:///session"]),
    Case(
      name: "that of another driver", arguments: ["-c", "qemu:///session", "uri"], sockets: ["virtlxcd-sock"],
      answer: "libvirt-sock': No such file or directory"),
    Case(
      name: "mode=legacy", arguments: ["-c", "qemu:///session?mode=legacy", "uri"], sockets: ["libvirt-sock", "virtqemud-sock"],
      answer: refused, asked: ["libvirt-sock": "qemu:///session"]),
    Case(
      name: "mode=direct", arguments: ["-c", "qemu:///session?mode=direct", "uri"], sockets: ["libvirt-sock"],
      answer: "virtqemud-sock': No such file or directory"),
    Case(
      name: "mode= before remote_mode", arguments: ["-c", "qemu:///session?mode=legacy", "uri"], configuration: "remote_mode = 'direct'\n",
      sockets: ["libvirt-sock", "virtqemud-sock"], answer: refused, asked: ["libvirt-sock": "qemu:///session"]),
    Case(
      name: "remote_mode = legacy", arguments: ["-c", "qemu:///session", "uri"], configuration: "remote_mode = 'legacy'\n",
      sockets: ["libvirt-sock", "virtqemud-sock"], answer: refused, asked: ["libvirt-sock": "qemu:///session"]),
    Case(
      name: "remote_mode = direct", arguments: ["-c", "qemu:///session", "uri"], configuration: "remote_mode = 'direct'\n",
      sockets: ["libvirt-sock"], answer: "virtqemud-sock': No such file or directory"),
    Case(
      name: "test+unix", arguments: ["-c", "test+unix:///default", "uri"], sockets: ["virttestd-sock", "libvirt-sock"],
      answer: "test+unix:///default", asked: ["virttestd-sock": "test:///default"]),
    Case(
      name: "the daemon's choice by name", arguments: ["-c", "remote:///session", "uri"], sockets: ["libvirt-sock"],
      answer: "remote:///session", asked: ["libvirt-sock": ""]),
  ]

  @Test(arguments: Conditions.User.allCases, precedence + naming + sockets)
  func asVirsh(user: Conditions.User, question: Case) async throws {
    let machine = try await LittleMachine(
      Conditions(user: user, configuration: question.configuration, sockets: question.sockets))
    let theirs = try await machine.run("real", question.arguments, variables: question.variables)
    let theirOpenings = machine.openings()
    let ours = try await machine.run("virsh", question.arguments, variables: question.variables)
    let ourOpenings = machine.openings()
    #expect(ours.output == theirs.output)
    #expect(ours.errors == theirs.errors)
    #expect(ours.status == theirs.status)
    #expect((theirs.output + theirs.errors).contains(question.answer))
    // libvirt leaves notes to itself in the flags.
    let readOnly = { (opening: [TestDaemon.Opening]) in opening.map { "\($0.name ?? "-") \($0.flags & 1)" } }
    #expect(ourOpenings.mapValues(readOnly) == theirOpenings.mapValues(readOnly))
    if !question.asked.isEmpty { #expect(ourOpenings.mapValues { $0.first?.name } == question.asked.mapValues { Optional($0) }) }
    await machine.remove()
  }

  /// A libvirt.conf that cannot be read.
  @Test(arguments: Conditions.User.allCases, ["folder", "link", "closed", "hidden", "long", "binary"])
  func filesThatAreNoText(user: Conditions.User, kind: String) async throws {
    let machine = try await LittleMachine(Conditions(user: user))
    let path = machine.configuration
    switch kind {
    case "folder": mkdir(path, 0o755)
    case "link": symlink("nowhere", path)
    case "closed", "hidden":
      try "uri_default = 'test:///default?x'\n".write(to: path)
      chmod(kind == "closed" ? path : String(path.dropLast("/libvirt.conf".count)), 0)
    case "long": try String(repeating: "# no text\n", count: 1_200_000).write(to: path)
    default: try "uri_default = 'test:///default'\0'\n\0".write(to: path)
    }
    for arguments in [["uri"], ["-c", "test:///default", "uri"]] {
      let theirs = try await machine.run("real", arguments, variables: [:])
      let ours = try await machine.run("virsh", arguments, variables: [:])
      #expect(ours.output == theirs.output && ours.errors == theirs.errors && ours.status == theirs.status, "\(ours) \(theirs)")
    }
    await machine.remove()
  }

  /// virsh, as Debian builds it, knows only libvirtd's socket when nothing is named. With the daemons of single drivers it finds nothing.
  @Test(arguments: Conditions.User.allCases, [["virtqemud-sock"], ["virtvboxd-sock"], ["virtvboxd-sock", "virtqemud-sock"]])
  func daemonsOfSingleDriversAreFound(user: Conditions.User, sockets: [String]) async throws {
    let machine = try await LittleMachine(Conditions(user: user, sockets: sockets))
    let driver = sockets.contains("virtqemud-sock") ? "qemu" : "vbox"
    let name = "\(driver):///\(user == .root ? "system" : "session")"
    let run = try await machine.run("virtsh", ["uri"], variables: [:])
    #expect(run.errors.contains("no connection driver available for \(name)\n"))
    #expect(machine.openings().mapValues { $0.map(\.name) } == ["virt\(driver)d-sock": [name]])
    await machine.remove()
  }

  /// `connection` says who named the URI.
  @Test(
    arguments: [
      (["-c", "a"], [:], "-c or connect, as the alias 'a'"), ([], ["VIRSH_DEFAULT_CONNECT_URI": t], "VIRSH_DEFAULT_CONNECT_URI"),
      ([], ["LIBVIRT_DEFAULT_URI": "a"], "LIBVIRT_DEFAULT_URI, as the alias 'a'"), ([], [:], "uri_default in libvirt.conf"),
    ] as [([String], [String: String], String)])
  func whoNamedIt(options: [String], variables: [String: String], place: String) async throws {
    let machine = try await LittleMachine(Conditions(user: .ordinary, configuration: Self.aliases + "uri_default = '\(Self.t)'\n"))
    // Without -c a session that is no terminal has no connection before a command needs one.
    let run = try await machine.run("virtsh", options + ["hostname; connection"], variables: variables)
    #expect(run.output.contains("Named by:       \(place)\n"), "\(run)")
    let aliases = try await machine.run("virtsh", ["complete", "--", "connect", ""], variables: variables)
    #expect(aliases.output.hasPrefix("a\nb\nxen\ne\n"), "\(aliases)")
    await machine.remove()
  }

  @Test func theDaemonWasLookedFor() async throws {
    let machine = try await LittleMachine(Conditions(user: .ordinary, sockets: ["libvirt-sock"]))
    let run = try await machine.run("virtsh", ["hostname; connection"], variables: [:])
    #expect(run.output.contains("Named by:       nobody: the local daemon was looked for\n"), "\(run)")
    #expect(run.output.contains("URI:            test:///default\n"), "\(run)")
    await machine.remove()
  }
}
