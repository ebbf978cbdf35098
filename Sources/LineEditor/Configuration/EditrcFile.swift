import CLibedit
import Glibc

/// The user's own settings for libedit, `$EDITRC` or `~/.editrc`: lines such as `bind -v` and `virtsh:bind ^T ed-transpose-chars`.
///
/// libedit's own reader would let the file either be overridden by our keys or, with `bind -v` in it, take them away. So it is
/// read in two passes: first what chooses the key map, and after our keys all the rest.
struct EditrcFile: Equatable {
  struct Line: Equatable {
    /// Counted from 1.
    var number: Int
    var words: [String]
  }

  /// `bind -e` and `bind -v`.
  private(set) var maps: [Line] = []
  /// Everything else, in order.
  private(set) var rest: [Line] = []
  /// Lines that are not even words: a quote is not closed.
  private(set) var bad: [Int] = []

  init(text: String) {
    for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = text.drop { $0.isWhitespace }
      guard !text.isEmpty, text.first != "#" else { continue }
      guard let words = Self.words(of: String(text)) else {
        bad.append(index + 1)
        continue
      }
      guard !words.isEmpty else { continue }
      let line = Line(number: index + 1, words: words)
      if line.choosesMap { maps.append(line) } else { rest.append(line) }
    }
  }

  /// Where the file is: `$EDITRC`, else in the home folder.
  static func path(_ variable: (String) -> String?) -> String? {
    variable("EDITRC") ?? variable("HOME").map { "\($0)/.editrc" }
  }

  /// Reads a file of a sensible size; nil if there is none.
  static func read(_ path: String) -> EditrcFile? {
    guard let file = RegularFile(path, O_RDONLY), file.size <= 64 << 10 else { return nil }
    return EditrcFile(text: String(decoding: file.read(last: file.size), as: UTF8.self))
  }

  /// Words as libedit itself cuts them.
  private static func words(of text: String) -> [String]? {
    guard let tokenizer = tok_init(nil) else { return nil }
    defer { tok_end(tokenizer) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    guard tok_str(tokenizer, text, &count, &words) == 0, let words else { return nil }
    return (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
  }
}

extension EditrcFile.Line {
  /// The command without the program that it may be meant for.
  var command: Substring { words[0].split(separator: ":").last ?? "" }

  /// libedit takes nothing else of such a line.
  fileprivate var choosesMap: Bool { command == "bind" && words.count > 1 && ["-e", "-v"].contains(words[1]) }
}
