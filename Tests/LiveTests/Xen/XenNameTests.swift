import TestDaemonKit
import Testing

/// Which server answers for a name of Xen, when all are there, one, or none.
@Suite(.timeLimit(.minutes(20)), .enabled(if: XenScenario.isPossible, "needs root"))
struct XenNameTests {
  private static let warning = "warning: the connection to"

  /// The first way that answers is taken; a name that says more has one. Each server has another number of domains.
  @Test func whoAnswersWhenAllAreThere() async throws {
    let answers = try await XenAnswers(
      of: """
        start socket xend --unix /var/lib/xend/xend-socket --domains 1
        start http xend --port 8000 --domains 2
        start other xend --unix $place/other --domains 3
        start port xend --port 0 --domains 4
        port=${at%/}
        echo "port ${port##*:}"
        ask() { say "$1 list" virtsh -c "$2" list --all; say "$1 connection" virtsh -c "$2" connection; }
        for name in xen Xen XEN xen:// xen:/// xen:///system /var/lib/xend/xend-socket ///var/lib/xend/xend-socket; do ask $name $name; done
        for name in http://localhost/ http://localhost http://127.0.0.1/ http://localhost:8000/; do ask $name $name; done
        ask other //$place/other
        ask port $port/
        """)
    func check(_ name: String, domains: Int, transport: String, endpoint: String, warnings: Int) {
      let list = answers["\(name) list"]
      #expect(list.status == 0 && list.count(Self.warning) == warnings, "\(name): \(list)")
      let names = ["Domain-0"] + (1...domains).map { $0 % 3 == 0 ? "win\($0)" : "web\($0)" }
      #expect(list.rows.dropFirst(2 + warnings).map { $0[1] } == names, "\(name): \(list)")
      let connection = answers["\(name) connection"]
      #expect(connection["Transport"] == transport && connection["Endpoint"] == endpoint, "\(name): \(connection)")
      #expect(connection["Hypervisor"] == "Xen" && connection.count(Self.warning) == warnings, "\(name): \(connection)")
    }
    for name in ["xen", "Xen", "XEN", "xen://", "xen:///", "xen:///system", "/var/lib/xend/xend-socket", "///var/lib/xend/xend-socket"] {
      check(name, domains: 1, transport: "xend", endpoint: "/var/lib/xend/xend-socket", warnings: 0)
    }
    for name in ["http://localhost/", "http://localhost", "http://localhost:8000/"] {
      check(name, domains: 2, transport: "http", endpoint: "localhost:8000", warnings: 1)
    }
    check("http://127.0.0.1/", domains: 2, transport: "http", endpoint: "127.0.0.1:8000", warnings: 1)
    check("other", domains: 3, transport: "xend", endpoint: "/var/lib/scenario/other", warnings: 0)
    let port = try #require(answers.lines.first?.split(separator: " ").last)
    check("port", domains: 4, transport: "http", endpoint: "127.0.0.1:\(port)", warnings: 1)
    #expect(answers["xen connection"]["URI"] == "xen:///system")
    #expect(answers["/var/lib/xend/xend-socket connection"]["URI"] == "///var/lib/xend/xend-socket")
  }

  /// Over HTTP alone, which is warned of; then nobody at all.
  @Test func whoAnswersWhenFewAreThere() async throws {
    let answers = try await XenAnswers(
      of: """
        start http xend --port 8000 --domains 1
        say connection virtsh -c xen connection
        say socket virtsh -c ///var/lib/xend/xend-socket list
        stop http
        for name in xen:/// http://localhost/ ///other/path; do say $name virtsh -c $name list; done
        """)
    let connection = answers["connection"]
    #expect(connection["URI"] == "xen:///system" && connection["Endpoint"] == "localhost:8000", "\(connection)")
    #expect(connection.count(Self.warning) == 1, "\(connection)")
    #expect(answers["socket"].status == 3)
    let failed = "error: failed to connect to the hypervisor"
    let refused = "unable to connect to server at 'localhost:8000': Connection refused"
    func missing(_ path: String) -> String { "Failed to connect socket to '\(path)': No such file or directory" }
    let nobody = answers["xen:///"]
    #expect(nobody.status == 3)
    #expect(
      Array(nobody.lines.prefix(4)) == [
        failed, "error: \(missing("/var/run/libvirt/libvirt-sock"))",
        "note: xend at /var/lib/xend/xend-socket was tried too: \(missing("/var/lib/xend/xend-socket"))",
        "note: xend at localhost:8000 was tried too: \(refused)",
      ], "\(nobody)")
    #expect(answers["http://localhost/"].lines.prefix(2) == [failed, "error: \(refused)"] && answers["http://localhost/"].status == 3)
    #expect(answers["///other/path"].lines.prefix(2) == [failed, "error: \(missing("/other/path"))"])
    #expect(answers["///other/path"].status == 3)
  }

  /// A xend that hangs is waited for as long as -k and -K say; the others are asked after it.
  @Test func aHangingSocketIsLeft() async throws {
    let answers = try await XenAnswers(
      of: """
        start socket xend --unix /var/lib/xend/xend-socket --fault hang
        for name in xen:/// ///var/lib/xend/xend-socket; do say $name virtsh -k 1 -K 10 -c $name list; done
        start http xend --port 8000 --domains 1
        say http virtsh -k 1 -K 10 -c xen:/// list --name
        """)
    let silent = "no answer from xend at /var/lib/xend/xend-socket: xend has not answered in time"
    let nobody = answers["xen:///"]
    #expect(nobody.status == 3)
    #expect(nobody.lines.contains("note: xend at /var/lib/xend/xend-socket was tried too: \(silent)"), "\(nobody)")
    let socket = answers["///var/lib/xend/xend-socket"]
    #expect(
      socket.status == 3 && socket.lines.prefix(2) == ["error: failed to connect to the hypervisor", "error: \(silent)"], "\(socket)")
    #expect(answers["http"].lines.suffix(2) == ["Domain-0", "web1"] && answers["http"].status == 0, "\(answers["http"])")
  }
}
