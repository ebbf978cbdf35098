/// A search through the history, key by key.
struct HistorySearch {
  /// The longest text that is searched for, in letters.
  static let longest = 256

  private let entries: [[Unicode.Scalar]]
  private let original: (letters: [Unicode.Scalar], cursor: Int)
  private(set) var pattern: [Unicode.Scalar] = []
  /// The entry that was found last.
  private var index: Int?
  private var cursor = 0
  private var isOlder = true
  private var hasFailed = false

  /// A search from the newest entry on; `line` is what is shown until something is found.
  init(entries: [String], line: (letters: [Unicode.Scalar], cursor: Int)) {
    self.entries = entries.map { Array($0.unicodeScalars) }
    original = line
  }

  /// What was found.
  var found: (letters: [Unicode.Scalar], cursor: Int)? { index.map { (entries[$0], cursor) } }

  /// What was found, above what is searched for.
  var shown: (letters: [Unicode.Scalar], cursor: Int) {
    let (letters, cursor) = found ?? original
    return (letters + "\n\(isOlder ? "bck" : "fwd")\(hasFailed ? "?" : ":")".unicodeScalars + pattern, cursor)
  }

  /// One more letter; what was found stays if it has that too. False if nothing has.
  mutating func append(_ letter: Unicode.Scalar) -> Bool {
    guard pattern.count < Self.longest else { return false }
    pattern.append(letter)
    return find(from: index ?? (isOlder ? 0 : entries.count - 1))
  }

  /// One letter less: the search begins anew. False if there is none.
  mutating func removeLast() -> Bool {
    guard pattern.popLast() != nil else { return false }
    index = nil
    hasFailed = false
    return pattern.isEmpty || find(from: isOlder ? 0 : entries.count - 1)
  }

  /// The next entry that has the text, older or newer than the one that was found. False if there is none.
  mutating func goOn(older: Bool) -> Bool {
    isOlder = older
    guard !pattern.isEmpty else { return true }
    return find(from: index.map { older ? $0 + 1 : $0 - 1 } ?? (older ? 0 : entries.count - 1))
  }

  private mutating func find(from start: Int) -> Bool {
    var candidate = start
    while entries.indices.contains(candidate) {
      if let place = Self.lastPlace(of: pattern, in: entries[candidate]) {
        (index, cursor, hasFailed) = (candidate, place, false)
        return true
      }
      candidate += isOlder ? 1 : -1
    }
    hasFailed = true
    return false
  }

  private static func lastPlace(of pattern: [Unicode.Scalar], in letters: [Unicode.Scalar]) -> Int? {
    guard pattern.count <= letters.count else { return nil }
    return (0...letters.count - pattern.count).last { letters[$0...].starts(with: pattern) }
  }
}
