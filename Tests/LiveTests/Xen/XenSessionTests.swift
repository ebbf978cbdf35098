import TestDaemonKit
import Testing

/// Sessions without a terminal that go from host to host, are warned, and lose xend.
@Suite(.timeLimit(.minutes(20)), .enabled(if: XenScenario.isPossible, "needs root"))
struct XenSessionTests {
  private static let warning = "warning: the connection to 127.0.0.1:8001 is plain HTTP: neither encrypted nor authenticated"

  /// From each host to each other, and from each to itself.
  @Test(arguments: ["< $place/script", "-f $place/script"])
  func fromHostToHost(input: String) async throws {
    var hosts = [
      ("xen:///", ["0 Domain-0 running", "1 web1 idle"]), ("test:///default", ["1 test running"]),
      ("http://127.0.0.1:8001/", ["0 Domain-0 running", "1 web1 idle", "2 web2 idle"]),
    ]
    // What its host has is not known.
    if let socket = LiveLibvirtd.socket { hosts.append(("qemu:///system?socket=\(socket)", [])) }
    let tour = hosts.flatMap { first in hosts.flatMap { [first, $0] } }
    let script = tour.map { "echo begin\nconnect \($0.0)\nlist --all\nuri\n" }.joined()
    let answers = try await XenAnswers(
      of: """
        start socket xend --unix /var/lib/xend/xend-socket --domains 1
        start http xend --port 8001 --domains 2
        cat >$place/script <<'SCRIPT'
        \(script)SCRIPT
        say tour virtsh -c test:///default \(input)
        """)
    let answer = answers["tour"]
    #expect(answer.status == 0)
    let stays = answer.lines.split(separator: "begin", omittingEmptySubsequences: false).dropFirst()
    #expect(stays.count == tour.count)
    for (stay, host) in zip(stays, tour) {
      let isHTTP = host.0.hasPrefix("http:")
      #expect(stay.filter { $0 == Self.warning }.count == (isHTTP ? 1 : 0) && stay.last == host.0, "\(stay)")
      #expect(stay.count { $0.hasPrefix("error") } == 0)
      let rows = stay.drop { !$0.hasPrefix("---") }.dropFirst().dropLast().map {
        $0.split(separator: " ").joined(separator: " ")
      }
      if host.0.hasPrefix("qemu:") { #expect(!rows.contains { $0.contains("Domain-0") }) } else { #expect(rows == host.1) }
    }
  }

  /// One warning for each connect, and none with --quiet.
  @Test func oneWarningForEachConnect() async throws {
    let answers = try await XenAnswers(
      of: """
        start http xend --port 8001 --domains 1
        host=http://127.0.0.1:8001/
        say words virtsh -c $host list --name
        say commands virtsh -c $host 'list --name; list --name; uri'
        say quiet virtsh -q -c $host "list --name; connect $host; list --name"
        printf 'list --name\\nlist --name\\n' | say piped virtsh -c $host
        printf "connect $host\\nlist --name\\nconnect\\nlist --name\\n" | say connects virtsh -c test:///default
        printf "connect $host\\nlist --name\\n" | say 'quiet and piped' virtsh -q -c test:///default
        say virsh virsh -c $host list --name
        say 'quiet virsh' virsh -q -c $host list --name
        """)
    for (label, count) in [
      ("words", 1), ("commands", 1), ("quiet", 0), ("piped", 1), ("connects", 2), ("quiet and piped", 0), ("virsh", 1), ("quiet virsh", 0),
    ] {
      let answer = answers[label]
      #expect(answer.status == 0 && answer.count(Self.warning) == count && answer.count("web1") >= 1, "\(label): \(answer)")
      #expect(answer.count("warning") == count, "\(label): \(answer)")
    }
  }

  /// xend is started again while a session wants it. Nobody asked for that connection, so nothing warns of it.
  @Test func aLostXendComesBack() async throws {
    let again = """
      echo x | sh -c "stop xend; (sleep 0.5; exec start-simulator xend $words) </dev/null >/dev/null 2>&1 &"
      """
    let answers = try await XenAnswers(
      of: """
        try() {
          label=$1 host=$2
          shift 2
          words="$* --domains 2"
          for program in virtsh virsh; do
            start xend "$@" --domains 1
            cat >$place/script <<SCRIPT
        list --name
        \(again.replacing("\"", with: "'"))
        list --name
        SCRIPT
            say "$label $program" $program -c $host <$place/script
            stop xend
          done
        }
        try socket xen:/// xend --unix /var/lib/xend/xend-socket
        try http http://127.0.0.1:8001/ xend --port 8001
        """)
    for (label, count) in [("socket virtsh", 0), ("http virtsh", 1)] {
      let answer = answers[label]
      #expect(answer.status == 0 && answer.count("warning") == count, "\(label): \(answer)")
      #expect(
        answer.lines.contains { $0.hasPrefix("error: Disconnected from ") && $0.hasSuffix(" due to I/O error") }, "\(label): \(answer)")
      #expect(answer.count("error: Disconnected from ") == 1 && answer.count("note: Reconnected to ") == 1, "\(label): \(answer)")
      #expect(answer.lines.filter { !$0.contains(": ") } == ["Domain-0", "web1", "Domain-0", "web1", "web2"], "\(label): \(answer)")
    }
  }

  /// xend does not come back: a script ends with the status for that.
  @Test func aLostXendStaysAway() async throws {
    let answers = try await XenAnswers(
      of: """
        start xend xend --unix /var/lib/xend/xend-socket --domains 1
        printf 'list --name\\necho x | stop xend\\nlist --name\\necho never\\n' | say lost virtsh -c xen:///
        """)
    let answer = answers["lost"]
    #expect(answer.status == 3 && answer.count("never") == 0, "\(answer)")
    #expect(answer.count("stdin:3: error: Failed to reconnect to the hypervisor") == 1, "\(answer)")
    // The same words, and hint, as when it is opened for the first time.
    let missing = "Failed to connect socket to '/var/lib/xend/xend-socket': No such file or directory"
    #expect(answer.lines.contains("note: xend at /var/lib/xend/xend-socket was tried too: \(missing)"), "\(answer)")
    #expect(answer.lines.last?.hasPrefix("hint: neither /var/run/libvirt/virtxend-sock nor ") == true, "\(answer)")
  }

  /// -k and -K bound every answer; of a change nobody knows then what became of it.
  @Test func aHangingXendIsNotWaitedFor() async throws {
    let answers = try await XenAnswers(
      of: """
        start xend xend --unix /var/lib/xend/xend-socket --domains 1 --fault hang:pause --fault hang:/xend/domain/Domain-0
        say list virtsh -k 1 -K 10 -c xen:/// 'dominfo Domain-0; echo never'
        say 'all of them' virtsh -k 1 -K 10 -c xen:/// 'list --all; list --all --columns uuid,name,memory; list --uuid; domstats --state'
        say 'all of them as virsh' virsh -k 1 -K 10 -q -c xen:/// list --all
        say pattern virtsh -k 1 -K 10 -c xen:/// "resume 'Domain*,web1'"
        say suspend virtsh -k 1 -K 10 -c xen:/// 'suspend web1; echo never'
        say virsh virsh -k 1 -K 10 -c xen:/// 'dominfo Domain-0'
        """)
    let silent = "Timed out during operation: xend has not answered in time"
    let list = answers["list"]
    #expect(list.status == 3 && list.lines.contains("argument:1: error: \(silent)") && list.count("never") == 0, "\(list)")
    // One domain that xend says nothing of does not hide the others; what is sent to it is not sent.
    let all = answers["all of them"]
    #expect(all.status == 0 && all.count("argument:1: warning: nothing is known of domain 'Domain-0': \(silent)") == 4, "\(all)")
    #expect(all.rows.contains(["-", "Domain-0", "no", "state"]) && all.rows.contains(["1", "web1", "idle"]), "\(all)")
    #expect(all.rows.contains(["-", "Domain-0", "-"]) && all.rows.contains(["Domain:", "'Domain-0'"]), "\(all)")
    #expect(!all.lines.contains { $0.contains("ffffffff-") } && all.lines.contains("  state.state=2"), "\(all)")
    let virsh = answers["all of them as virsh"]
    #expect(virsh.status == 0 && virsh.rows.contains(["-", "Domain-0", "no", "state"]), "\(virsh)")
    let pattern = answers["pattern"]
    #expect(pattern.status == 1 && pattern.lines.contains { $0.contains("'Domain-0': \(silent)") }, "\(pattern)")
    let suspend = answers["suspend"]
    #expect(suspend.status == 3 && suspend.count("never") == 0, "\(suspend)")
    #expect(suspend.lines.contains("argument:1: error: the outcome of virDomainSuspend is unknown: \(silent)"), "\(suspend)")
    #expect(answers["virsh"].status == 1 && answers["virsh"].lines.contains("error: \(silent)"), "\(answers["virsh"])")
  }

  /// Under virsh's name.
  @Test func asVirsh() async throws {
    let answers = try await XenAnswers(
      of: """
        start socket xend --unix /var/lib/xend/xend-socket --domains 1
        start other xend --unix /var/lib/other --domains 2
        for name in xen xen:/// ///var/lib/xend/xend-socket; do say $name virsh -c $name list; done
        printf 'connect ///var/lib/other\\nlist --name\\nuri\\nconnect ///nowhere\\nlist\\n' | say connect virsh -c xen:///
        """)
    for name in ["xen", "xen:///", "///var/lib/xend/xend-socket"] {
      let list = answers[name]
      #expect(list.status == 0 && list.rows.dropFirst(2).map { $0[1] } == ["Domain-0", "web1"], "\(name): \(list)")
    }
    let connect = answers["connect"]
    // As virsh ends where its input does.
    #expect(connect.status == 0, "\(connect)")
    #expect(Set(["Domain-0", "web1", "web2", "///var/lib/other"]).isSubset(of: Set(connect.lines)), "\(connect)")
    // Without a xend behind it a path means nothing to virsh.
    let refusal = "error: no connection driver available for URI '///nowhere' does not include a driver name"
    #expect(connect.count(refusal) >= 1, "\(connect)")
  }
}
