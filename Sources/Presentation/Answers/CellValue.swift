/// A value of an answer, raw: amounts in base units, times as numbers, states by name.
public enum CellValue: Sendable, Hashable {
  case string(String)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case bool(Bool)
  /// There is no such value.
  case null
  case list([CellValue])
  /// Several values that belong together, with what people, CSV and TSV see of them.
  case record(Record, text: String)

  /// What a table shows if the column does not say otherwise: `-` for nothing, `yes` and `no`.
  public var text: String {
    switch self {
    case .bool(let value): value ? "yes" : "no"
    case .null: "-"
    case .list(let values): values.map(\.text).joined(separator: ", ")
    default: plain
    }
  }

  /// What CSV and TSV say: nothing for nothing, `true` and `false`, the items of a list with commas between them.
  public var plain: String {
    switch self {
    case .string(let value): value
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): String(value)
    case .bool(let value): String(value)
    case .null: ""
    case .list(let values): values.map(\.plain).joined(separator: ",")
    case .record(_, let text): text
    }
  }
}

extension CellValue {
  /// A text, or null if there is none.
  public static func string(orNull value: String?) -> CellValue { value.map(CellValue.string) ?? .null }
  /// KiB as bytes, the base unit of every form but the table.
  public static func bytes(kibibytes: UInt64) -> CellValue { .uint(kibibytes.multipliedReportingOverflow(by: 1024).partialValue) }
  /// Any integer that fits 64 bits, or null.
  public static func integer(_ value: (some BinaryInteger)?) -> CellValue {
    guard let value else { return .null }
    return Int64(exactly: value).map(CellValue.int) ?? UInt64(exactly: value).map(CellValue.uint) ?? .string(String(value))
  }
}

extension CellValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A signed number.
  public init(integerLiteral value: Int64) { self = .int(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }
}

extension CellValue: Encodable {
  /// Writes the bare value. Numbers that JSON lacks (infinite, not a number) become null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .uint(let value): try container.encode(value)
    case .double(let value) where value.isFinite: try container.encode(value)
    case .bool(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .record(let record, _): try container.encode(record)
    case .double, .null: try container.encodeNil()
    }
  }
}
