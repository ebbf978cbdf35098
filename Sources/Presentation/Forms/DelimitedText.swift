/// Rows as text with a delimiter.
enum DelimitedText {
  /// RFC 4180: commas, CR LF, quotes where needed. Null is empty, an empty text is `""`. Control characters but newline and
  /// tab are `\xNN`, and so is the backslash of a genuine `\x`.
  case csv
  /// Tabs and newlines. Tab, newline, carriage return and backslash in values are `\t`, `\n`, `\r`, `\\`, other control
  /// characters `\xNN`.
  case tsv

  func encode(_ rowset: Rowset, header: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    if header, !rowset.keys.isEmpty { append(rowset.keys.map { CellValue.string($0) }, to: &bytes) }
    for row in rowset.rows { append(row, to: &bytes) }
    return bytes
  }

  private func append(_ row: [CellValue], to bytes: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: self == .csv ? "," : "\t")) }
      bytes += self == .csv ? Self.quoted(value) : Self.escaped(value.plain)
    }
    bytes += (self == .csv ? "\r\n" : "\n").utf8
  }

  private static func quoted(_ value: CellValue) -> [UInt8] {
    let plain = value.plain
    let bytes = escapingForged(plain) { $0 == "\n" || $0 == "\t" }
    let needsQuotes = bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x09 }
    if !needsQuotes, !(plain.isEmpty && value != .null) { return bytes }
    let doubled = bytes.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return [UInt8(ascii: "\"")] + doubled + [UInt8(ascii: "\"")]
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": bytes += "\\t".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\\": bytes += "\\\\".utf8
      default: bytes.append(scalar, escaped: scalar.isHazard)
      }
    }
    return bytes
  }
}
