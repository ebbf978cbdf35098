import Glibc
import Testing

/// Before several domains are destroyed, somebody at a terminal is asked once.
@Suite(.timeLimit(.minutes(20))) struct SeveralDomainsTests {
  private static func session(_ arguments: [String] = []) throws -> (session: TerminalSession, uri: String) {
    let home = try TemporaryFolder()
    let domains = ["web-1", "web-2"].map { "<domain type='test'><name>\($0)</name><memory>4096</memory><os><type>hvm</type></os></domain>" }
    try home.write("<node>\(domains.joined())</node>", to: "node.xml")
    let uri = "test://\(home.path)/node.xml"
    return (try TerminalSession("virtsh", ["-c", uri] + arguments, columns: 200, home: home), uri)
  }

  @Test(arguments: [("n", false), ("", false), ("y", true), ("yes", true)])
  func asksAtThePrompt(answer: String, isDone: Bool) async throws {
    let (session, uri) = try Self.session()
    let prompt = "virtsh \(uri) # "
    try await session.waitForPrompt(prompt)
    try session.type("destroy 'web-*'\r")
    try await session.wait(for: "the question") { $0.screen.lineToCursor == "destroy 2 domains on \(uri): web-1, web-2? [y/N]: " }
    try session.type("\(answer)\r")
    try await session.waitForPrompt(prompt)
    #expect(session.screen.text.contains(isDone ? "Domain 'web-2' destroyed" : "error: nothing was done"))
    // One alone is not asked about, nor what was said before.
    try session.type("start web-1,web-2; destroy web-1; destroy web-2,web-1 --yes; echo end\r")
    try await session.wait(for: "the end") { $0.screen.text.contains("\nend") }
    #expect(!session.screen.lineToCursor.contains("[y/N]"))
  }

  @Test func asksWhoeverTypesOneCommand() async throws {
    let (session, uri) = try Self.session(["undefine", "web-*"])
    try await session.wait(for: "the question") { $0.screen.lineToCursor == "undefine 2 domains on \(uri): web-1, web-2? [y/N]: " }
    try session.type("n\r")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(session.modesAreRestored)
  }
}
