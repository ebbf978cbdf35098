import CommandLanguage
import Commands
import Glibc

/// virsh's ways with standard input that is no terminal: it is read by a line editor all the same, which shows the prompt
/// and what it reads.
struct EchoedInput {
  /// The line as the editor left it: with a tab completed as far as it goes.
  let line: String
  /// What appears on standard output: prompt and line.
  let echo: String
  /// How often the editor rang its bell, on standard error.
  let bells: Int

  /// Reads a raw line as the editor would.
  init(_ raw: String, prompt: String, commands: Commands, isDumb: Bool) {
    var text = ""
    var bells = 0
    if raw.utf8.contains(UInt8(ascii: "\t")) {
      for part in raw.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if part.offset > 0 { Self.complete(&text, commands, &bells) }
        text += part.element
      }
    } else {
      text = raw
    }
    line = text
    self.bells = bells
    echo = isDumb ? Self.scrolled(prompt: prompt, text) : "\(prompt)\(text)\n"
  }

  /// A tab: the one way to go on, or as far as all ways are the same, else a bell.
  private static func complete(_ text: inout String, _ commands: Commands, _ bells: inout Int) {
    let request = commands.completion(of: text)
    let candidates: [String] =
      switch request.target {
      case .commands(let names): names
      case .options(let names): names
      case .value, .nothing: []
      }
    guard let first = candidates.first else {
      bells += 1
      return
    }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    text += common.dropFirst(request.prefix.count)
    if candidates.count == 1 { text += " " } else { bells += 1 }
  }

  /// A terminal without abilities, 80 columns wide, shows the end of a longer line behind `<`.
  private static func scrolled(prompt: String, _ text: String) -> String {
    guard prompt.utf8.count + text.utf8.count > 78 else { return "\(prompt)\(text)\n" }
    let count = prompt.count + text.count
    return count > 78 ? "\(prompt)\r<\(text.suffix(51))\n" : "\(prompt)\(text)\n"
  }

  /// Whether the terminal's name means that it can do nothing.
  static var isDumb: Bool {
    guard let name = getenv("TERM") else { return true }
    let terminal = String(cString: name)
    return terminal.isEmpty || terminal == "dumb"
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
