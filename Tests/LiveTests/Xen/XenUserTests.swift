import TestDaemonKit
import Testing

/// An ordinary user, for whom xend's socket is closed and the proxy was made.
@Suite(.timeLimit(.minutes(3)), .enabled(if: OrdinaryUser.current != nil, "needs root and VIRTSH_TEST_USER"))
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
        say root virtsh -r -c ///other/path list
        say 'names a socket' as_user virtsh -r -c ///var/lib/xend/xend-socket list --name
        say 'names a host' as_user virtsh -r -c http://localhost/ list
        start http xend --port 8000 --domains 2
        say http as_user virtsh -r -c xen:/// connection
        say 'http read-write' as_user virtsh -c xen:/// list --name
        stop http
        stop socket
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
  }
}
