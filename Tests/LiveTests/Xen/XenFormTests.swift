import FormParsers
import FoundationEssentials
import TestDaemonKit
import Testing

/// A Xen host's answers have the shape of every other host's, in every form.
@Suite(.timeLimit(.minutes(20)), .enabled(if: XenScenario.isPossible, "needs root"))
struct XenFormTests {
  /// Commands that both hosts can serve; DOMAIN and FILE are the host's own.
  static let commands = [
    "list", "list --all", "list --name", "list --id", "list --uuid", "list --all --name", "list --title", "list --managed-save",
    "dominfo DOMAIN", "domid DOMAIN", "domname 1", "domuuid DOMAIN", "domstate DOMAIN", "domstate DOMAIN --reason", "domstats --state",
    "dumpxml DOMAIN", "domblklist DOMAIN", "domblklist DOMAIN --details", "setvcpus DOMAIN 1", "suspend DOMAIN; resume DOMAIN",
    "autostart DOMAIN; autostart DOMAIN --disable", "reboot DOMAIN", "define FILE; start new; destroy new; undefine new",
    "create FILE; destroy new", "capabilities", "hostname", "nodeinfo", "uri", "version", "version --daemon", "connection",
  ]

  /// What only the test host has: it labels its domains.
  static let onlyTest: Set = ["securityDOI", "securityLabel", "securityModel", "Security model", "Security DOI", "Security label"]

  private func answers(in form: String) async throws -> XenAnswers {
    let asked = Self.commands.map { "ask '\($0)'" }.joined(separator: "\n")
    return try await XenAnswers(
      of: """
        start http xend --port 8001 --domains 2
        domain() {
          echo "<domain type='$1'><name>new</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>$2<devices/></domain>" >$place/$1.xml
        }
        domain xen '<os><type>linux</type><kernel>/boot/vmlinuz</kernel></os>'
        domain test '<os><type>hvm</type></os>'
        ask() {
          ask_one xen http://127.0.0.1:8001/ web1 "$1"
          ask_one test test:///default test "$1"
        }
        ask_one() {
          command=$(echo "$4" | sed "s/DOMAIN/$3/g; s|FILE|$place/$1.xml|g")
          say "$1 $4" virtsh -q -o \(form) -c $2 "$command"
        }
        \(asked)
        """)
  }

  /// What both answer, where they answer.
  private func each(in form: String, _ compare: (_ xen: XenAnswers.Answer, _ test: XenAnswers.Answer, Comment) throws -> Void) async throws
  {
    let answers = try await answers(in: form)
    for command in Self.commands {
      let (xen, test) = (answers["xen \(command)"], answers["test \(command)"])
      let comment: Comment = "\(command) as \(form): \(xen) \(test)"
      #expect(xen.status == test.status, comment)
      // Some answers don't have every form.
      guard test.status == 0 else {
        #expect(xen.lines == test.lines, comment)
        continue
      }
      #expect(xen.lines.isEmpty == test.lines.isEmpty, comment)
      try compare(xen, test, comment)
    }
  }

  private func keys(_ value: JSONValue) -> Set<String> {
    switch value {
    case .object(let members): Set(members.keys)
    case .array(let values): values.reduce(into: Set()) { $0.formUnion(keys($1)) }
    default: []
    }
  }

  @Test(arguments: ["json", "jsonl"])
  func json(form: String) async throws {
    try await each(in: form) { xen, test, comment in
      func values(_ answer: XenAnswers.Answer) throws -> [JSONValue] {
        try answer.lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
      }
      let (ours, theirs) = (try values(xen), try values(test))
      #expect(
        ours.reduce(into: Set()) { $0.formUnion(keys($1)) }
          == theirs.reduce(into: Set()) { $0.formUnion(keys($1)) }.subtracting(Self.onlyTest), comment)
    }
  }

  @Test(arguments: ["csv", "tsv"])
  func delimited(form: String) async throws {
    let read = form == "csv" ? DelimitedParser.csv : DelimitedParser.tsv
    try await each(in: form) { xen, test, comment in
      let (ours, theirs) = (try read(xen.bytes), try read(test.bytes))
      #expect(ours.first == theirs.first?.filter { !Self.onlyTest.contains($0) }, comment)
      #expect(ours.allSatisfy { $0.count == ours[0].count }, comment)
    }
  }

  /// Names of fields are the same; names of things are words.
  @Test(arguments: ["table", "name"])
  func text(form: String) async throws {
    try await each(in: form) { xen, test, comment in
      func names(_ answer: XenAnswers.Answer) -> Set<String> {
        Set(answer.lines.compactMap { line in line.firstRange(of: ":").map { String(line[..<$0.lowerBound]) } })
      }
      guard !test.lines.contains(where: { $0.hasPrefix("<") || $0.contains("://") }) else { return }
      #expect(names(xen) == names(test).filter { !Self.onlyTest.contains($0) }, comment)
      #expect(form == "table" || xen.lines.allSatisfy { !$0.contains(" ") }, comment)
    }
  }
}
