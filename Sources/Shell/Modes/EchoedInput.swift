import CommandLanguage
import Commands
import Glibc

/// virsh's ways with standard input that is no terminal: it is read by a line editor all the same, which shows the prompt
/// and what it reads.
struct EchoedInput {
  /// The line as the editor left it: with a tab completed as far as it goes.
  private(set) var line: String
  /// How often the editor rang its bell, on standard error.
  private(set) var bells = 0

  /// A line without tabs.
  init(_ raw: String) { line = raw }

  /// A raw line as the editor reads it: each tab completes what stands before it.
  init(_ raw: String, completing completer: Completer, commands: Commands) async {
    line = ""
    for (index, part) in raw.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { await complete(completer, commands) }
      line += part
    }
  }

  /// What appears on standard output behind the prompt: the line. A terminal without abilities shows the end of a longer line behind
  /// `<`; to the editor a byte is a column there.
  func echo(behind prompt: String, on screen: EchoScreen) -> [UInt8] {
    guard screen.isDumb, prompt.utf8.count + line.utf8.count > screen.width - 2 else { return Array("\(line)\n".utf8) }
    return Array("\r<".utf8) + line.utf8.suffix(max(0, screen.width / 3 * 2 - 1)) + "\n".utf8
  }

  /// A tab: the one way to go on, or as far as all ways are the same, else a bell.
  private mutating func complete(_ completer: Completer, _ commands: Commands) async {
    let request = commands.completion(of: line)
    var candidates: [String] =
      switch request.target {
      case .commands(let names): names
      case .options(let names): names
      case .value(let option, let command):
        await completer.values(of: option.completion.kind, prefix: request.prefix, command: command)
      case .file, .program, .nothing: []
      }
    // virsh's editor cannot complete behind a double quote.
    candidates.removeAll { !$0.hasPrefix(request.prefix) || request.quote == "\"" }
    guard let first = candidates.first else {
      bells += 1
      return
    }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let kept = line.utf8.prefix(request.start)
    let quote = request.quote.map(String.init) ?? ""
    line = (String(kept) ?? line) + quote + (request.lead + common).escapedAsVirsh(in: request.quote)
    if candidates.count > 1 { bells += 1 } else if !common.hasSuffix("/") { line += quote + " " }
  }
}

/// What virsh's line editor thinks it writes to.
struct EchoScreen {
  /// In columns.
  let width: Int
  /// Whether it can do nothing: no name, or one that nothing is known of.
  let isDumb: Bool

  /// The screen that the environment describes.
  static func current() -> EchoScreen {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let width = getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 80
    return EchoScreen(width: (4...10_000).contains(width) ? width : 80, isDumb: name.isEmpty || name == "dumb" || !isKnown(name))
  }

  private static func isKnown(_ name: String) -> Bool {
    guard let first = name.first, !name.contains("/") else { return false }
    let own = [getenv("TERMINFO").map { String(cString: $0) }, getenv("HOME").map { String(cString: $0) + "/.terminfo" }]
    let folders = own.compactMap(\.self) + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    return folders.contains { access("\($0)/\(first)/\(name)", R_OK) == 0 }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
