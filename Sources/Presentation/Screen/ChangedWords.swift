/// Finds the words that changed from one screen to the next.
///
/// A line is compared with the line it was before, wherever that stood: a new line in the middle does not mark all that moved.
enum ChangedWords {
  /// For each line, whether each of its words is new.
  static func find(in new: [ScreenLine], since old: [ScreenLine]) -> [[Bool]] {
    var left = old.map(Optional.some)
    for line in new {
      if let index = left.firstIndex(of: line) { left[index] = nil }
    }
    var same: [ScreenLine: Int] = [:]
    for line in old { same[line, default: 0] += 1 }
    return new.enumerated().map { position, line in
      let words = line.words
      if line.isRule { return words.map { _ in false } }
      if let count = same[line], count > 0 {
        same[line] = count - 1
        return words.map { _ in false }
      }
      guard let index = nearest(line, at: position, among: left), let before = left[index]?.words else {
        return words.map { _ in true }
      }
      left[index] = nil
      return words.indices.map { $0 >= before.count || before[$0] != words[$0] }
    }
  }

  /// The line that has the most words in common; of several the one at the same place, else the first.
  private static func nearest(_ line: ScreenLine, at position: Int, among candidates: [ScreenLine?]) -> Int? {
    var best: (index: Int, common: Int)?
    for (index, candidate) in candidates.enumerated() {
      guard let candidate, case let common = line.common(with: candidate), common > 0 else { continue }
      if common > (best?.common ?? 0) || common == best?.common && index == position { best = (index, common) }
    }
    return best?.index
  }
}
