/// Finds the names that a mistyped one may have meant.
enum Suggestions {
  /// At most three names within a third of the word's length, nearest first, ties in the given order; after them names that the
  /// word is the beginning of, if it has three letters and they are not too many to be of use.
  static func near(_ word: String, among names: [String]) -> [String] {
    let word = Array(word.utf8.prefix(64))
    guard !word.isEmpty else { return [] }
    let limit = max(1, word.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names where abs(name.utf8.count - word.count) <= limit {
      let distance = distance(word, Array(name.utf8))
      if distance <= limit { found.append((distance, name)) }
    }
    let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
    let near = order.map { found[$0].name }
    let longer = word.count < 3 ? [] : names.filter { $0.utf8.starts(with: word) && !near.contains($0) }
    return Array((near + (longer.count <= 3 ? longer : [])).prefix(3))
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
