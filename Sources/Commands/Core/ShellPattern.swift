/// A pattern as shells have it: `*` for any characters, `?` for one.
struct ShellPattern {
  private let pattern: [Character]

  /// A pattern; case does not matter. With neither `*` nor `?` it fits every text that contains it.
  init(_ text: String) {
    let isPlain = !text.contains { $0 == "*" || $0 == "?" }
    pattern = Array((isPlain ? "*\(text)*" : text).lowercased())
  }

  /// Whether it fits the whole text. The time is at worst the product of both lengths.
  func matches(_ text: String) -> Bool {
    let text = Array(text.lowercased())
    var (place, index) = (0, 0)
    // Where the last `*` is, and how much it has swallowed so far.
    var star: (index: Int, place: Int)?
    while place < text.count {
      if index < pattern.count, pattern[index] == "*" {
        star = (index, place)
        index += 1
      } else if index < pattern.count, pattern[index] == "?" || pattern[index] == text[place] {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.index, last.place + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == "*" }
  }
}
