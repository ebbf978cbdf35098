import CommandLanguage
import Commands
import Glibc
import Libvirt
import Presentation
import Synchronization
import Testing

/// What becomes of a text that a user has edited.
@Suite struct EditTests {
  /// A user at a terminal: what they do with the file, and the keys that they press.
  final class User: TerminalControl {
    var console: (any ConsoleTerminal)? { nil }

    let edit: @Sendable (String) async throws -> Void
    let hasUser: Bool
    private let keys: Mutex<[Character]>
    let seen = Mutex<[String]>([])

    init(keys: String? = nil, edit: @escaping @Sendable (String) async throws -> Void) {
      hasUser = keys != nil
      self.keys = Mutex(Array(keys ?? ""))
      self.edit = edit
    }

    func run(_ program: [String]) async throws -> ProgramEnd {
      try await edit(program.last?.split(separator: " ").last.map(String.init) ?? "")
      return .exited(0)
    }

    func choose(_ question: KeyQuestion, about diagnostics: [Diagnostic]) async throws -> Character? {
      seen.withLock { $0 += diagnostics.map(\.text) + [question.prompt] }
      return keys.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  private static func write(_ text: String, to path: String) {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    _ = Glibc.write(descriptor, text, text.utf8.count)
    close(descriptor)
  }

  private func edit(_ user: User, in session: TestSession) async throws -> Outcome {
    let context = Context(dialect: .virtsh, session: session, isInteractive: false, terminal: user)
    let command = try #require(try session.commands.parse(LexedLine(string: "edit test", dialect: .virtsh)).first)
    return try await command.bind().run(in: context)
  }

  /// The file that a note says a text is kept in; it is removed.
  private func kept(_ outcome: Outcome) throws -> (text: String, mode: mode_t) {
    let note = try #require(outcome.diagnostics.last { $0.severity == .note })
    guard case .string(let path)? = note.details["file"] else { return ("", 0) }
    var status = stat()
    stat(path, &status)
    var bytes = [UInt8](repeating: 0, count: 4096)
    let descriptor = open(path, O_RDONLY)
    let count = read(descriptor, &bytes, bytes.count)
    close(descriptor)
    unlink(path)
    return (String(decoding: bytes.prefix(max(0, count)), as: UTF8.self), status.st_mode & 0o777)
  }

  @Test func aRefusedTextIsKept() async throws {
    let outcome = try await edit(User { Self.write("<domain>bad", to: $0) }, in: TestSession())
    #expect(!outcome.succeeded)
    #expect(outcome.diagnostics.first?.severity == .error)
    #expect(try kept(outcome) == ("<domain>bad", 0o600))
  }

  @Test func aTextThatCannotBeReadIsKept() async throws {
    let tooLong = "<domain>" + String(repeating: " ", count: 10 * 1024 * 1024)
    let outcome = try await edit(User { Self.write(tooLong, to: $0) }, in: TestSession())
    #expect(!outcome.succeeded)
    #expect(try kept(outcome).text.hasPrefix("<domain>"))
  }

  @Test func aFileThatIsGoneIsNotNamed() async throws {
    let outcome = try await edit(User { unlink($0) }, in: TestSession())
    #expect(!outcome.succeeded)
    #expect(outcome.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func whoGivesUpKeepsTheText() async throws {
    let user = User(keys: "fn") { Self.write("<domain>bad", to: $0) }
    let outcome = try await edit(user, in: TestSession())
    #expect(!outcome.succeeded)
    #expect(user.seen.withLock { $0.filter { $0 == "Failed. Try again? [y,n,i,f,?]: " }.count } == 2)
    #expect(try kept(outcome).text == "<domain>bad")
  }

  @Test func aTextThatSaysNothingNewIsNoChange() async throws {
    let outcome = try await edit(User { _ in }, in: TestSession())
    #expect(outcome.succeeded && outcome.diagnostics.isEmpty)
    #expect((outcome.answer as? Message)?.text == "Domain 'test' XML configuration not changed.")
  }

  @Test(arguments: [("n", false), ("f", true)])
  func anothersChangeIsSeen(key: String, isDefined: Bool) async throws {
    let session = try TestSession()
    let xml = try await session.connection().domain(named: "test").xml(.inactive)
    let user = User(keys: key) { path in
      let theirs = xml.replacing("<vcpu", with: "<description>theirs</description>\n  <vcpu")
      _ = try await session.connection().defineDomain(xml: theirs)
      Self.write(xml.replacing("<vcpu", with: "<description>ours</description>\n  <vcpu"), to: path)
    }
    let outcome = try await edit(user, in: session)
    #expect(user.seen.withLock { $0 } == ["The XML configuration was changed by another user. Try again? [y,n,i,f,?]: "])
    #expect(outcome.succeeded == isDefined)
    let now = try await session.connection().domain(named: "test").xml(.inactive)
    #expect(now.contains(isDefined ? "ours" : "theirs"))
    if !isDefined { #expect(try kept(outcome).text.contains("ours")) }
  }
}
