import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// Tab in a shell: `virtsh complete`, and bash with our script.
@Suite(.timeLimit(.minutes(20))) struct ShellScriptTests {
  private static let script: String = {
    let folders = #filePath.split(separator: "/").dropLast(3)
    return folders.reduce(into: "") { $0 += "/" + $1 } + "/Resources/virtsh.bash"
  }()

  private static let host = """
    <node><domain type='test'><name>two words</name><memory>8192</memory><os><type>hvm</type></os></domain>
    <domain type='test'><name>it's;a$b</name><memory>8192</memory><os><type>hvm</type></os></domain>
    <domain type='test'><name>a:b=c</name><memory>8192</memory><os><type>hvm</type></os></domain></node>
    """

  /// What bash is offered for a line, sorted. `words` is the line as bash cuts it, and `breaks` where it does.
  private func offered(
    _ line: String, _ words: [String], breaks: String = " \t\n\"'><=;|&(:"
  ) async throws -> [String] {
    let program = #"""
      source "$1"
      virtsh=$2 COMP_LINE=$3 COMP_WORDBREAKS=$4
      shift 4
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_POINT=${#COMP_LINE} COMPREPLY=()
      _virtsh "$virtsh" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    let run = try await Program(name: "bash", path: "/bin/bash").run(
      ["-c", program, "bash", Self.script, Program.virtsh.path, line, breaks] + words, fixtures: ["node.xml": [], "node set.xml": []])
    #expect(run.errors == "")
    return run.output.split(separator: "\n").map(String.init).sorted()
  }

  /// What bash is offered for the name of a domain; `pieces` is the word as bash cuts it.
  private func names(_ word: String, _ pieces: [String]? = nil) async throws -> [String] {
    let folder = try WorkFolder(fixtures: ["node.xml": Array(Self.host.utf8)], programs: [:])
    defer { folder.remove() }
    let path = "///\(folder.path)/work/fixtures/node.xml"
    return try await offered("virtsh -c test:\(path) dominfo \(word)", ["virtsh", "-c", "test", ":", path, "dominfo"] + (pieces ?? [word]))
  }

  @Test func globalOptions() async throws {
    #expect(try await offered("virtsh --re", ["virtsh", "--re"]) == ["--readonly"])
    #expect(try await offered("virtsh -o js", ["virtsh", "-o", "js"]) == ["json", "jsonl"])
    #expect(try await offered("virtsh --output=ts", ["virtsh", "--output", "=", "ts"]) == ["tsv"])
    #expect(try await offered("virtsh -f fixtures/n", ["virtsh", "-f", "fixtures/n"]) == ["fixtures/node.xml", "fixtures/node\\ set.xml"])
    #expect(try await offered("virtsh -c qemu:///sy", ["virtsh", "-c", "qemu", ":", "///sy"]) == ["///system"])
    #expect(try await offered("virtsh -c qemu:///sy", ["virtsh", "-c", "qemu:///sy"], breaks: " ") == ["qemu:///system"])
    #expect(try await offered("virtsh -c ", ["virtsh", "-c", ""]).contains("qemu+ssh://"))
  }

  @Test func commandsAndOptions() async throws {
    #expect(try await offered("virtsh domst", ["virtsh", "domst"]) == ["domstate", "domstats"])
    #expect(try await offered("virtsh -qr list --state-r", ["virtsh", "-qr", "list", "--state-r"]) == ["--state-running"])
    #expect(try await offered("virtsh nosuch x", ["virtsh", "nosuch", "x"]) == [])
    #expect(try await offered("virtsh define fixtures/nod", ["virtsh", "define", "fixtures/nod"]).count == 2)
    #expect(
      try await offered("virtsh define --file=fixtures/node.", ["virtsh", "define", "--file", "=", "fixtures/node."]) == [
        "fixtures/node.xml"
      ])
  }

  @Test(
    arguments: [
      ("", ["a:b=c", "it\\'s\\;a\\$b", "two\\ words"]), ("tw", ["two\\ words"]), ("two\\ w", ["two\\ words"]), ("'two w", ["two words"]),
      ("'it", ["it'\\''s;a$b"]), ("\"it", ["it's;a\\$b"]), ("it\\'s", ["it\\'s\\;a\\$b"]), ("nosuch", []),
    ])
  func namesOfDomains(word: String, expected: [String]) async throws {
    #expect(try await names(word) == expected)
  }

  @Test func wordsThatBashCuts() async throws {
    #expect(try await names("a:b", ["a", ":", "b"]) == ["b=c"])
    #expect(try await names("a:", ["a", ":"]) == ["b=c"])
    #expect(try await names("--domain=tw", ["--domain", "=", "tw"]) == ["two\\ words"])
    #expect(try await names("--domain=", ["--domain", "="]) == ["a:b=c", "it\\'s\\;a\\$b", "two\\ words"])
  }

  /// A hypervisor that never answers does not hold up a shell.
  @Test func silenceIsNotWaitedFor() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.held = [Remote.connectListAllDomains.number]
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let run = try await Program.virtsh.run(["-c", "test+unix:///default?socket=\(daemon.path)", "complete", "--", "destroy", ""])
    #expect(run == ProgramRun(status: 1, output: "", errors: ""))
    await daemon.stop()
    folder.remove("daemon")
  }

  @Test(arguments: ["foo:///x", "qemu+unix:///system?socket=/no/such", "nonsense", "test:///no/such/file"])
  func failuresAreSilent(uri: String) async throws {
    #expect(try await Program.virtsh.run(["-c", uri, "complete", "--", "start", "x"]) == ProgramRun(status: 1, output: "", errors: ""))
    #expect(try await Program.virtsh.run(["-c", uri, "complete", "--", "domst"]).output == "domstate\ndomstats\n")
  }

  /// Under the name virsh its ways are virsh's.
  @Test(arguments: [
    ["domid", "tw"], ["dumpxml", "--domain", ""], ["start", "a"], ["start", ""], ["undefine", "a:b=c", "--storage", ""],
  ])
  func asVirsh(words: [String]) async throws {
    let folder = try WorkFolder(fixtures: ["node.xml": Array(Self.host.utf8)], programs: [:])
    defer { folder.remove() }
    let arguments = ["-c", "test:///\(folder.path)/work/fixtures/node.xml", "complete", "--"] + words
    guard access("/usr/bin/virsh", X_OK) == 0 else { return }
    let (ours, theirs) = (try await Program.asVirsh.run(arguments), try await Program.virsh.run(arguments))
    // Neither has an order of domains.
    #expect(ours.output.split(separator: "\n").sorted() == theirs.output.split(separator: "\n").sorted())
    #expect(ours.status == theirs.status)
    #expect(ours.errors == theirs.errors)
  }

  /// So are those of a Tab on piped standard input: blanks are escaped, and nothing else.
  @Test(arguments: ["domid tw", "domid 'tw", "domid --domain=tw", "domid --domain 'tw", "domid a", "domid it", "domid two\\ "])
  func tabAsVirsh(line: String) async throws {
    let folder = try WorkFolder(fixtures: ["node.xml": Array(Self.host.utf8)], programs: [:])
    defer { folder.remove() }
    guard access("/usr/bin/virsh", X_OK) == 0 else { return }
    let arguments = ["-c", "test:///\(folder.path)/work/fixtures/node.xml"]
    let (ours, theirs) = (
      try await Program.asVirsh.run(arguments, input: line + "\t\n"), try await Program.virsh.run(arguments, input: line + "\t\n")
    )
    #expect(ours == theirs)
  }

  /// A long line on piped standard input is shown from its end; letters of several bytes are as wide as they are long.
  @Test(arguments: [70, 71, 72, 80], ["a", "é", "字"])
  func longLineAsVirsh(length: Int, letter: String) async throws {
    guard access("/usr/bin/virsh", X_OK) == 0 else { return }
    let line = "echo " + String(repeating: letter, count: 5) + String(repeating: "b", count: length - 5 - 5 * letter.utf8.count)
    let arguments = ["-c", "test:///default"]
    #expect(try await Program.asVirsh.run(arguments, input: line + "\n") == Program.virsh.run(arguments, input: line + "\n"))
  }
}
