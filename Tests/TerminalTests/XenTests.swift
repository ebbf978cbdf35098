import Glibc
import TestDaemonKit
import Testing

/// Sessions at a terminal with a Xen host of their own.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: XenScenario.isPossible, "needs root"))
struct XenTests {
  /// A session behind a script that starts its servers.
  private func session(_ script: String, _ arguments: [String]) throws -> TerminalSession {
    let scenario = XenScenario(script + "\nexec \"$@\"", programs: TerminalSession.buildFolder)
    return try TerminalSession("virtsh", arguments, columns: 120, rows: 40, by: scenario.command)
  }

  /// From each host to each other: the prompt and the rows are those of the right one, and HTTP is warned of.
  @Test func fromHostToHost() async throws {
    let session = try session(
      """
      start socket xend --unix /var/lib/xend/xend-socket --domains 1
      start http xend --port 8001 --domains 2
      """, ["-c", "test:///default"])
    let warning = "warning: the connection to 127.0.0.1:8001 is plain HTTP: neither encrypted nor authenticated"
    // The name, the prompt, and the last row.
    var hosts: [(name: String, prompt: String, row: String?)] = [
      ("xen:///", "xen:///", " 1    web1       idle"), ("test:///default", "test:///default", " 1    test   running"),
      ("http://127.0.0.1:8001/", "http://127.0.0.1:8001/", " 2    web2       idle"),
    ]
    if let socket = getenv("VIRTSH_TEST_LIBVIRTD_SOCKET").map({ String(cString: $0) }) {
      hosts.append(("qemu:///system?socket=\(socket)", "qemu:///system", nil))
    }
    try await session.waitForPrompt()
    for (number, host) in hosts.flatMap({ first in hosts.flatMap { [first, $0] } }).enumerated() {
      try session.type("\u{c}")
      try session.type("connect \(host.name); echo stay \(number)\r")
      try await session.waitForPrompt("virtsh \(host.prompt) # ", below: "stay \(number)")
      let warnings = session.screen.lines.count { $0 == warning }
      #expect(warnings == (host.name.hasPrefix("http:") ? 1 : 0), "\(session.screen.text)")
      try session.type("list --all\r")
      try await session.waitForPrompt("virtsh \(host.prompt) # ", below: host.row)
      try session.type("uri\r")
      try await session.waitForPrompt("virtsh \(host.prompt) # ", below: host.name)
      #expect(!session.screen.text.contains("error:"), "\(session.screen.text)")
    }
    try session.type("quit\r")
    #expect(try await session.waitForEnd() == .exited(0))
  }

  /// A xend that hangs holds up nobody who presses Ctrl-C, and the session is as good as before.
  @Test func ctrlCLeavesAHangingXend() async throws {
    let session = try session(
      "start socket xend --unix /var/lib/xend/xend-socket --domains 1 --fault hang@1:/xend/domain/web1", ["-k", "0", "-q", "-c", "xen:///"])
    try await session.waitForPrompt("virtsh xen:/// # ")
    try session.type("list\r")
    try await session.wait(for: "what is waited for") { $0.screen.text.contains(/waiting for xen:\/\/\/ \([0-9]+ s/) }
    try session.type("\u{3}")
    try await session.waitForPrompt("virtsh xen:/// # ")
    #expect(session.screen.text.contains("error: interrupted"))
    try session.type("list\r")
    try await session.waitForPrompt("virtsh xen:/// # ", below: " 1   web1       idle")
    try session.type("quit\r")
    #expect(try await session.waitForEnd() == .exited(0))
  }

  /// xend goes away between two commands, and comes back while the second one waits.
  @Test func aLostXendComesBack() async throws {
    let session = try session("start socket xend --unix /var/lib/xend/xend-socket --domains 1", ["-q", "-c", "xen:///"])
    let prompt = "virtsh xen:/// # "
    try await session.waitForPrompt(prompt)
    try session.type("list --name\r")
    try await session.waitForPrompt(prompt, below: "web1")
    try session.type("echo x | stop socket\r")
    try await session.waitForPrompt(prompt)
    try session.type("list --name\r")
    try await session.wait(for: "the loss") { $0.screen.text.contains("error: Disconnected from xen:///") }
    try await session.wait(for: "what is waited for") { $0.screen.text.contains("waiting for xen:/// to come back") }
    try session.type("\u{3}")
    try await session.waitForPrompt("virtsh xen:/// (reconnecting) # ")
    try session.type("echo x | start-simulator socket xend --unix /var/lib/xend/xend-socket --domains 2\r")
    try await session.waitForPrompt(prompt)
    try await session.wait(for: "the note") { $0.screen.text.contains("note: Reconnected to xen:///") }
    try session.type("list --name\r")
    try await session.waitForPrompt(prompt, below: "web2")
    try session.type("quit\r")
    _ = try await session.waitForEnd()
  }
}
