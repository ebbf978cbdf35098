/// Numbers of CPUs or of NUMA cells, as libvirt writes them in text and sends them as maps: `0-3,^2,8`.
public struct CPUSet: Sendable, Hashable {
  /// How many CPUs a set can name, as in libvirt.
  public static let limit = 16384

  /// The numbers, ascending.
  public let numbers: [Int]

  /// The numbers that exist in `0..<limit`.
  public init(_ numbers: some Sequence<Int>) {
    self.numbers = Set(numbers.filter { (0..<Self.limit).contains($0) }).sorted()
  }

  /// The numbers whose bits are set in a map, the lowest bit of the first byte being 0. What is beyond `limit` is left out.
  public init(map: some Sequence<UInt8>) {
    var numbers: [Int] = []
    for (index, byte) in map.prefix(Self.limit / 8).enumerated() where byte != 0 {
      for bit in 0..<8 where byte & 1 << UInt8(bit) != 0 { numbers.append(index * 8 + bit) }
    }
    self.numbers = numbers
  }

  /// Reads numbers, ranges and, with `^`, single numbers to leave out, joined by commas; nil for anything else, and for numbers from
  /// `limit` on. Blanks are welcome around numbers, and a comma at the end. The set may come out empty.
  public init?(_ text: String, limit: Int = CPUSet.limit) {
    var scanner = CPUSetScanner(text, limit: limit)
    guard let numbers = scanner.numbers() else { return nil }
    self.numbers = numbers
  }

  /// Whether no number is in it.
  public var isEmpty: Bool { numbers.isEmpty }

  /// One bit for each CPU, the lowest first, in as many bytes as the highest needs, one at least, or in exactly `count` bytes.
  public func bytes(count: Int? = nil) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count ?? ((numbers.last ?? -1) / 8 + 1)))
    for number in numbers where number / 8 < bytes.count { bytes[number / 8] |= 1 << UInt8(number % 8) }
    return bytes
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
