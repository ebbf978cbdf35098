/// One labelled value.
public struct Field: Sendable, Hashable {
  /// What people read, without the colon.
  public let label: String
  /// The name in JSON, CSV and TSV.
  public let key: String
  /// The raw value.
  public let value: CellValue
  /// What people see.
  public let text: String

  /// A field; without `text`, people see the value's own text.
  public init(_ label: String, key: String, _ value: CellValue, text: String? = nil) {
    self.label = label
    self.key = key
    self.value = value
    self.text = text ?? value.text
  }
}

/// Labelled values, one a line.
public struct Fields: Answer {
  /// How label and value are set.
  public enum Layout: Sendable, Hashable {
    /// `Label:` and blanks, the value beginning at this column counted from 0: 16 for `dominfo`, 21 for `nodeinfo`.
    case column(Int)
    /// The label padded to a width, then a colon: `label          : value`, 15 for `schedinfo`.
    case aligned(Int)
  }

  /// How label and value are set.
  public let layout: Layout
  /// The values in order.
  public let fields: [Field]
  /// Whether an empty line follows, as after `nodeinfo` and `dominfo`.
  public let endsWithBlankLine: Bool

  /// A block of values.
  public init(_ fields: [Field], layout: Layout = .column(16), endsWithBlankLine: Bool = false) {
    self.fields = fields
    self.layout = layout
    self.endsWithBlankLine = endsWithBlankLine
  }

  public func write(on page: inout Page) {
    for field in fields {
      switch layout {
      case .column(let column): page.line("\("\(field.label):".padded(to: column - 1)) \(field.text)")
      case .aligned(let width): page.line("\(field.label.padded(to: width)): \(field.text)")
      }
    }
    if endsWithBlankLine { page.line() }
  }

  public var rows: Rowset? { Rowset(keys: fields.map(\.key), rows: [fields.map(\.value)]) }

  /// An object.
  public func encode(to encoder: any Encoder) throws {
    try Record(keys: fields.map(\.key), values: fields.map(\.value)).encode(to: encoder)
  }
}
