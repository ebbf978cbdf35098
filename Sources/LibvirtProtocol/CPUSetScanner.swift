/// Reads the text of a set of CPUs as libvirt does, bit by bit.
struct CPUSetScanner {
  private var rest: Substring.UTF8View
  private var bits: [Bool]

  init(_ text: String, limit: Int) {
    rest = text[...].utf8
    bits = [Bool](repeating: false, count: max(0, limit))
  }

  /// The numbers in ascending order, or nil if the text is not a set.
  mutating func numbers() -> [Int]? {
    skipBlanks()
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      guard item() else { return nil }
      skipBlanks()
      if rest.isEmpty { break }
      guard take(",") else { return nil }
      skipBlanks()
    }
    return bits.indices.filter { bits[$0] }
  }

  /// `N`, `N-M` or `^N`.
  private mutating func item() -> Bool {
    let isOut = take("^")
    guard let first = number() else { return false }
    skipBlanks()
    guard take("-") else {
      guard bits.indices.contains(first) else { return false }
      bits[first] = !isOut
      return true
    }
    guard !isOut else { return false }
    // The second number is read as C's `strtol` does.
    skipBlanks()
    _ = take("+")
    guard let last = number(), first <= last, last < bits.count else { return false }
    for number in first...last { bits[number] = true }
    return true
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = rest.first, case let digit = byte &- UInt8(ascii: "0"), digit < 10 {
      guard (value ?? 0) < bits.count else { return nil }
      value = (value ?? 0) * 10 + Int(digit)
      rest.removeFirst()
    }
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipBlanks() {
    while let byte = rest.first, byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) { rest.removeFirst() }
  }
}
