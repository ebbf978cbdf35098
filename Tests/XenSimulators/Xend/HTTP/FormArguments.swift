/// Arguments of a query or a form, each with all the values that were given for it.
struct FormArguments: Sendable {
  private(set) var values: [String: [[UInt8]]] = [:]

  init() {}

  /// Reads `a=b&c=d;e=f`.
  init(_ bytes: [UInt8], keepsBlanks: Bool) {
    for part in bytes.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }) {
      let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides.count == 2 ? Self.decoded(sides[1], plusIsSpace: true) : []
      guard keepsBlanks || !value.isEmpty else { continue }
      values[String(decoding: Self.decoded(sides[0], plusIsSpace: true), as: UTF8.self), default: []].append(value)
    }
  }

  /// Takes these arguments too, in the place of those of the same names.
  mutating func merge(_ others: FormArguments) { values.merge(others.values) { $1 } }

  /// The only value of an argument, as text.
  func only(_ name: String) -> String? {
    guard let all = values[name], all.count == 1 else { return nil }
    return String(decoding: all[0], as: UTF8.self)
  }

  /// Bytes without `%XX`; a percent sign that begins no such thing stands for itself.
  static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+"), plusIsSpace {
        result.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), let high = digit(rest.first), let low = digit(rest.dropFirst().first) {
        result.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    byte.flatMap { Character(Unicode.Scalar($0)).hexDigitValue }.flatMap { UInt8(exactly: $0) }
  }
}
