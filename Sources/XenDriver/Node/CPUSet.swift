/// Numbers of host CPUs: `0-3,^2,8`.
struct CPUSet: Sendable, Hashable {
  /// How many CPUs a set can name, as in libvirt.
  static let limit = 16384

  /// The numbers, ascending.
  let numbers: [Int]

  /// The numbers that exist in `0..<limit`.
  init(_ numbers: some Sequence<Int>) {
    self.numbers = Set(numbers.filter { (0..<Self.limit).contains($0) }).sorted()
  }

  /// Numbers, ranges and, with `^`, numbers to leave out, joined by commas; nil for anything else and for the empty set.
  init?(_ text: String) {
    var numbers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.drop { $0 == " " }.prefix { $0 != " " }
      let isOut = part.first == "^"
      let ends = part.dropFirst(isOut ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false).map { Self.number($0) }
      guard let first = ends.first ?? nil, ends.count <= 2, let last = ends.last ?? nil, first <= last else { return nil }
      if isOut { numbers.subtract(first...last) } else { numbers.formUnion(first...last) }
    }
    guard !numbers.isEmpty else { return nil }
    self.init(numbers)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...5).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) else { return nil }
    return number < limit ? number : nil
  }

  /// One bit for each CPU, the lowest first, in as many bytes as the highest needs, or in exactly `count` bytes.
  func bytes(count: Int? = nil) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count ?? ((numbers.last ?? -1) / 8 + 1)))
    for number in numbers where number / 8 < bytes.count { bytes[number / 8] |= 1 << UInt8(number % 8) }
    return bytes
  }
}

extension CPUSet: CustomStringConvertible {
  /// Numbers and ranges, joined by commas.
  var description: String {
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
