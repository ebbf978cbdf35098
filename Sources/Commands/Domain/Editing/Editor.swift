import CommandLanguage
import Glibc
import Presentation

/// The user's editor: `$VISUAL`, `$EDITOR`, or vi.
struct Editor {
  private let command: String

  init() {
    let wishes = [getenv("VISUAL"), getenv("EDITOR")]
    command = wishes.lazy.compactMap { $0.map { String(cString: $0) } }.first ?? "vi"
  }

  /// Has the user edit a file; what went wrong, nothing if nothing did.
  func edit(_ path: String, in context: Context) async throws -> [Diagnostic] {
    guard let terminal = context.terminal else { return [Diagnostic("there is no terminal for an editor")] }
    let words: [String]
    if Self.isPlain(command) {
      words = [command, path]
    } else if Self.isPlain(path) {
      // Options and quotes in it are the shell's to understand.
      words = ["sh", "-c", "\(command) \(path)"]
    } else {
      return [
        Diagnostic("\(path): temporary filename contains shell meta or other unacceptable characters (is $TMPDIR wrong?)")
      ]
    }
    let child = "internal error: Child process (\(words.map(\.quotedForShell).joined(separator: " ")))"
    switch try await terminal.run(words) {
    case .exited(0): return []
    case .exited(let status): return [Diagnostic("\(child) unexpected exit status \(status)")]
    case .killed(let signal): return [Diagnostic("\(child) unexpected fatal signal \(signal)")]
    case .notFound(let reason):
      // virsh has closed its own standard input then, as that would have been the editor's.
      if context.dialect == .virsh { await context.session.closeInput() }
      return [Diagnostic("Cannot find '\(command)' in path: \(reason)")]
    case .notStarted(let reason, let status):
      return [
        Diagnostic(verbatim: "libvirt:  error : cannot execute binary \(command): \(reason)"),
        Diagnostic("\(child) unexpected exit status \(status)"),
      ]
    }
  }

  /// Whether a shell would find nothing in it to understand.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      let character = Character(UnicodeScalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber) || "-/_.:@".contains(character)
    }
  }
}
