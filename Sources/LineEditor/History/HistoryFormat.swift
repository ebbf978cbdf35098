/// How entries stand in the history file: one line each, as they were typed.
///
/// Where an entry has several lines, all but its first begin with a tab. No entry begins with a blank, so nothing is ambiguous
/// and nothing needs to be escaped.
enum HistoryFormat {
  /// The longest entry that is kept, in bytes.
  static let longest = 64 << 10

  /// Whether an entry can be kept: some text, which does not begin with a blank, holds no control characters and is not endless.
  static func takes(_ entry: String) -> Bool {
    guard let first = entry.unicodeScalars.first, first != " ", first != "\t", first != "\n" else { return false }
    return entry.utf8.count <= longest && !entry.unicodeScalars.contains { $0.isInvisibleControl && $0 != "\t" && $0 != "\n" }
  }

  /// An entry's lines.
  static func encoded(_ entry: String) -> String {
    entry.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n\t") + "\n"
  }

  /// The entries of a file's text, in order. What cannot be one is left out.
  static func entries(in text: some Sequence<UInt8>) -> [String] {
    var entries: [String] = []
    // `nil` between the first line of something that was no entry and the next entry.
    var current: [UInt8]? = nil
    func keep(_ bytes: [UInt8]?) {
      guard let bytes, let entry = String(validating: bytes, as: UTF8.self), takes(entry) else { return }
      entries.append(entry)
    }
    var line: [UInt8] = []
    func endLine() {
      if line.first == UInt8(ascii: "\t") {
        if let begun = current, begun.count <= longest { current = begun + [UInt8(ascii: "\n")] + line.dropFirst() }
      } else {
        keep(current)
        current = line
      }
      line.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if byte == UInt8(ascii: "\n") { endLine() } else if line.count <= longest { line.append(byte) }
    }
    // A last line without its end was cut off when it was written.
    keep(current)
    return entries
  }

  /// The newest `limit` entries, each once, where it was entered last.
  static func unique(_ entries: [String], limit: Int) -> [String] {
    var known: Set<String> = []
    var kept: [String] = []
    for entry in entries.reversed() where kept.count < limit && known.insert(entry).inserted { kept.append(entry) }
    return kept.reversed()
  }
}
