import CLibedit
import Glibc

/// The lines that can be recalled: libedit's list, and the file behind it.
final class EditorHistory {
  /// The longest entry that can be recalled, in bytes: libedit's searches become very slow with longer ones.
  static let longest = 4096

  /// libedit's own list, newest first.
  let list: OpaquePointer
  private var file: HistoryFile?
  private let size: Int
  /// Every line that is or was in the list.
  private var known: Set<String> = []

  /// Nil when there is no memory.
  init?(path: String?, size: Int) {
    guard let list = history_init() else { return nil }
    self.list = list
    self.size = max(0, size)
    _ = cedit_set_history_size(list, Int32(clamping: self.size))
    guard self.size > 0, let path else { return }
    var file = HistoryFile(path: path, limit: self.size)
    for line in file.load() { enter(line) }
    self.file = file
  }

  deinit { history_end(list) }

  /// Keeps a line, unless it holds a secret or begins with a blank.
  func remember(_ line: String) {
    guard size > 0, HistoryFormat.takes(line), !SecretLines.holdSecret(line) else { return }
    if let news = file?.append(line) {
      if news.isWhole, !news.entries.isEmpty {
        _ = cedit_clear_history(list)
        known = []
      }
      for line in news.isWhole ? HistoryFormat.unique(news.entries, limit: size) : news.entries { enter(line) }
    }
    enter(line)
  }

  /// The entries, newest first.
  var entries: [String] {
    var entries: [String] = []
    var event = HistEvent()
    var status = cedit_newest(list, &event)
    while status == 0 {
      if let text = event.str { entries.append(String(cString: text)) }
      status = cedit_next_older(list, &event)
    }
    return entries
  }

  /// Makes a line the newest; where it stood before it is gone.
  private func enter(_ line: String) {
    guard line.utf8.count <= Self.longest else { return }
    if !known.insert(line).inserted { remove(line) }
    _ = cedit_enter_history(list, line)
  }

  private func remove(_ line: String) {
    var event = HistEvent()
    var status = cedit_newest(list, &event)
    while status == 0 {
      if let text = event.str, strcmp(text, line) == 0 {
        _ = cedit_remove_history(list, event.num)
        return
      }
      status = cedit_next_older(list, &event)
    }
  }
}
