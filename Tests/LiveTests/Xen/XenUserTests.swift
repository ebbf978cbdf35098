import TestDaemonKit
import Testing

/// An ordinary user, for whom xend's socket is closed and the proxy was made.
@Suite(.timeLimit(.minutes(20)), .enabled(if: OrdinaryUser.current != nil, "needs root and VIRTSH_TEST_USER"))
struct XenUserTests {
  /// The proxy is asked exactly when xend cannot be reached and the user only looks; what it cannot do is not even asked.
  @Test func theProxyIsForLooking() async throws {
    let answers = try await XenAnswers(
      of: """
        start socket xend --unix /var/lib/xend/xend-socket --domains 1
        chmod 0777 /var/lib/xend/xend-socket
        start proxy proxy --record $place/run/record
        say 'read-only list' as_user virtsh -r -c xen:/// list --all
        say 'read-only connection' as_user virtsh -r -c xen:/// connection
        : >$place/run/record
        say suspend as_user virtsh -r -c xen:/// suspend web1
        cat $place/run/record
        echo end
        : >$place/run/record
        say read-write as_user virtsh -c xen:/// list
        say root virtsh -r -c ///var/lib/other list
        say 'names a socket' as_user virtsh -r -c ///var/lib/xend/xend-socket list --name
        say 'names a host' as_user virtsh -r -c http://localhost/ list
        start http xend --port 8000 --domains 2
        say http as_user virtsh -r -c xen:/// connection
        say 'http read-write' as_user virtsh -c xen:/// list --name
        stop http
        stop socket
        say 'only the proxy' as_user virtsh -r -c xen:/// list --name
        say 'root without xend' virtsh -r -c xen:/// list
        stop proxy
        say nobody as_user virtsh -r -c xen:/// list
        say 'nobody read-write' as_user virtsh -c xen:/// list
        """)
    let list = answers["read-only list"]
    #expect(list.status == 0 && list.rows.dropFirst(2).map { $0[1] } == ["Domain-0", "web1", "win"], "\(list)")
    let connection = answers["read-only connection"]
    #expect(connection["Transport"] == "proxy" && connection["Endpoint"] == "@/tmp/livirt_proxy_conn", "\(connection)")
    #expect(connection["Access"] == "read-only" && connection["Hypervisor"] == "Xen", "\(connection)")
    let suspend = answers["suspend"]
    #expect(suspend.status == 4, "\(suspend)")
    #expect(suspend.lines.last == "error: operation forbidden: read only access prevents virDomainSuspend", "\(suspend)")
    // A greeting and the lookup of the name.
    #expect(answers.lines == ["0", "7", "end"])
    #expect(answers["names a socket"].lines == ["Domain-0", "web1", "win"])

    #expect(answers["only the proxy"].lines == ["Domain-0", "web1", "win"])

    let hint = "note: the read-only proxy answers: --readonly would take it"
    let denied =
      "xend at /var/lib/xend/xend-socket was tried too: Failed to connect socket to '/var/lib/xend/xend-socket': Permission denied"
    let readWrite = answers["read-write"]
    #expect(readWrite.status == 3 && readWrite.count(hint) == 1 && readWrite.lines.contains("note: \(denied)"), "\(readWrite)")
    #expect(answers["names a host"].status == 3 && answers["names a host"].count("note") == 0)

    // A xend that can be reached wins.
    #expect(answers["http"]["Transport"] == "http" && answers["http"]["Access"] == "read-only", "\(answers["http"])")
    #expect(answers["http read-write"].lines.suffix(3) == ["Domain-0", "web1", "web2"])

    // root has no need of it.
    for label in ["root", "root without xend"] {
      let answer = answers[label]
      #expect(answer.status == 3 && !answer.lines.contains { $0.contains("proxy") }, "\(label): \(answer)")
    }
    #expect(answers["nobody"].status == 3 && answers["nobody"].lines.contains { $0.hasPrefix("note: the read-only proxy at @") })
    #expect(answers["nobody read-write"].status == 3 && answers["nobody read-write"].count(hint) == 0)
  }

  /// Anybody can take an abstract name. What answers there is asked nothing, and recommended to nobody; the other name is tried.
  @Test func aProxyOfSomebodyElseIsNotBelieved() async throws {
    let answers = try await XenAnswers(
      of: """
        start_as_nobody false proxy --record $place/run/record
        say read-only as_user virtsh -r -c xen:/// list
        say read-write as_user virtsh -c xen:/// list
        cat $place/run/record
        echo end
        start true proxy --name /tmp/libvirt_proxy_conn
        say other as_user virtsh -r -c xen:/// connection
        """)
    let readOnly = answers["read-only"]
    #expect(readOnly.status == 3, "\(readOnly)")
    #expect(
      readOnly.lines.contains { $0.hasPrefix("note: ") && $0.contains("belongs to user 65534, and libvirt's proxy is root's") },
      "\(readOnly)")
    let readWrite = answers["read-write"]
    #expect(readWrite.status == 3 && !readWrite.lines.contains { $0.contains("proxy") }, "\(readWrite)")
    #expect(answers.lines == ["end"])
    #expect(answers["other"]["Endpoint"] == "@/tmp/libvirt_proxy_conn", "\(answers["other"])")
  }
}
