/// Numbers of CPUs or of NUMA cells, as libvirt writes them in text and sends them as maps: `0-3,^2,8`.
public struct CPUSet: Sendable, Hashable {
  /// How many CPUs a set can name, as in libvirt.
  public static let limit = 16384

  /// One bit for each CPU, up to the highest: no more than the server sent, where the numbers would take 64 times that.
  private let map: [UInt8]

  /// The numbers that exist in `0..<limit`.
  public init(_ numbers: some Sequence<Int>) {
    var map: [UInt8] = []
    for number in numbers where (0..<Self.limit).contains(number) {
      if map.count <= number / 8 { map += [UInt8](repeating: 0, count: number / 8 + 1 - map.count) }
      map[number / 8] |= 1 << UInt8(number % 8)
    }
    self.map = map
  }

  /// The numbers whose bits are set in a map, the lowest bit of the first byte being 0. What is beyond `limit` is left out.
  public init(map: some Sequence<UInt8>) {
    var map = Array(map.prefix(Self.limit / 8))
    while map.last == 0 { map.removeLast() }
    self.map = map
  }

  /// Reads numbers, ranges and, with `^`, single numbers to leave out, joined by commas; nil for anything else, and for numbers from
  /// `limit` on. Blanks are welcome around numbers, and a comma at the end. The set may come out empty.
  public init?(_ text: String, limit: Int = CPUSet.limit) {
    var scanner = CPUSetScanner(text, limit: min(limit, Self.limit))
    guard let numbers = scanner.numbers() else { return nil }
    self.init(numbers)
  }

  /// The numbers, ascending.
  public var numbers: [Int] {
    var numbers: [Int] = []
    for (index, byte) in map.enumerated() where byte != 0 {
      for bit in 0..<8 where byte & 1 << UInt8(bit) != 0 { numbers.append(index * 8 + bit) }
    }
    return numbers
  }

  /// Whether no number is in it.
  public var isEmpty: Bool { map.isEmpty }

  /// One bit for each CPU, the lowest first, in as many bytes as the highest needs, one at least, or in exactly `count` bytes.
  public func bytes(count: Int? = nil) -> [UInt8] {
    let count = max(0, count ?? max(map.count, 1))
    return map.prefix(count) + [UInt8](repeating: 0, count: max(0, count - map.count))
  }
}

extension CPUSet: CustomStringConvertible {
  /// Numbers and ranges, joined by commas; empty for the empty set.
  public var description: String {
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
