/// A set of small numbers such as `1-4,^3,6`, as libvirt reads and writes CPU and node sets.
struct NumberSet: Sendable, Hashable {
  /// The numbers in ascending order.
  private(set) var numbers: [Int]

  /// libvirt keeps CPU sets of at most this many bits.
  static let limit = 16384

  init(_ numbers: some Sequence<Int>) { self.numbers = Set(numbers).sorted() }

  init?(_ text: String, limit: Int = NumberSet.limit) {
    var set: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var word = part.filter { !($0 == " " || $0 == "\t" || $0 == "\n") }[...]
      let excludes = word.hasPrefix("^")
      if excludes { word = word.dropFirst() }
      let ends = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = ends.first, let low = Self.number(first, limit), let high = Self.number(ends.last ?? first, limit), low <= high,
        !(excludes && ends.count > 1)
      else { return nil }
      if excludes {
        set.remove(low)
      } else {
        set.formUnion(low...high)
      }
    }
    numbers = set.sorted()
  }

  private static func number(_ text: Substring, _ limit: Int) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(text), value < limit else { return nil }
    return value
  }

  /// Ranges joined by commas; empty for the empty set.
  var text: String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
