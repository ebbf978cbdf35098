/// Strict readers of what the forms promise; anything they do not expect is an error.
public struct DelimitedParser {
  /// What breaks the rules.
  public struct Violation: Error {
    let reason: String
  }

  /// RFC 4180: CR LF ends a record, quotes enclose or do not occur.
  public static func csv(_ bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      record.append(try field(&rest))
      switch rest.popFirst() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "\r"):
        guard rest.popFirst() == UInt8(ascii: "\n") else { throw Violation(reason: "CR without LF") }
        records.append(record)
        record = []
      default: throw Violation(reason: "field not ended by a comma or CR LF")
      }
    }
    guard record.isEmpty else { throw Violation(reason: "last record not ended") }
    return records
  }

  private static func field(_ rest: inout ArraySlice<UInt8>) throws -> String {
    var bytes: [UInt8] = []
    guard rest.first == UInt8(ascii: "\"") else {
      while let byte = rest.first, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\r") {
        guard byte != UInt8(ascii: "\""), byte >= 0x20, byte != 0x7F else { throw Violation(reason: "\(byte) outside quotes") }
        bytes.append(rest.removeFirst())
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        if rest.first != UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
        rest.removeFirst()
      }
      guard byte >= 0x20 || byte == 0x09 || byte == 0x0A, byte != 0x7F else { throw Violation(reason: "control character") }
      bytes.append(byte)
    }
    throw Violation(reason: "quote never ends")
  }

  /// Tabs and newlines only as delimiters; `\t`, `\n`, `\r`, `\\` and `\xNN` in values.
  public static func tsv(_ bytes: [UInt8]) throws -> [[String]] {
    guard bytes.last == UInt8(ascii: "\n") || bytes.isEmpty else { throw Violation(reason: "last record not ended") }
    return try bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map { line in
      try line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { try unescaped($0) }
    }
  }

  private static func unescaped(_ field: ArraySlice<UInt8>) throws -> String {
    var rest = field
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte >= 0x20, byte != 0x7F else { throw Violation(reason: "control character") }
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "x"):
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { throw Violation(reason: "bad \\x") }
        bytes.append(value)
        rest = rest.dropFirst(2)
      default: throw Violation(reason: "unknown escape")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
