extension SExpression {
  /// The bytes that xend's reader, and ours, read back as the same value: plain words as they are, and everything else in single quotes
  /// with escapes. They are ASCII, on one line.
  public func serialized() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  private func write(to output: inout [UInt8]) {
    switch self {
    case .atom(let bytes): Self.write(bytes, to: &output)
    case .list(let elements):
      output.append(UInt8(ascii: "("))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: " ")) }
        element.write(to: &output)
      }
      output.append(UInt8(ascii: ")"))
    }
  }

  private static func write(_ bytes: [UInt8], to output: inout [UInt8]) {
    if !bytes.isEmpty, bytes.allSatisfy(isPlain) {
      output += bytes
      return
    }
    output.append(UInt8(ascii: "'"))
    for byte in bytes {
      switch byte {
      case 10: output += #"\n"#.utf8
      case 13: output += #"\r"#.utf8
      case 9: output += #"\t"#.utf8
      case UInt8(ascii: "\\"), UInt8(ascii: "'"): output += [UInt8(ascii: "\\"), byte]
      case 32..<127: output.append(byte)
      default: output += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    output.append(UInt8(ascii: "'"))
  }

  /// Whether a byte needs no quotes wherever it stands in a word.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "._:/~-".utf8.contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) }
}

extension SExpression: CustomStringConvertible {
  /// `serialized()` as text.
  public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
