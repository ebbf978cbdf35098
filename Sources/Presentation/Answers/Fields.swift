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

  /// Writes each on a line.
  public func write(on page: inout Page) {
    for field in fields {
      switch layout {
      case .column(let column): page.write("\("\(field.label):".padded(to: column - 1)) ")
      case .aligned(let width): page.write("\(field.label.padded(to: width)): ")
      }
      page.line(field.text, as: field.role)
    }
    if endsWithBlankLine { page.line() }
  }

  /// A single row.
  public var rows: Rowset? { Rowset(keys: fields.map(\.key), rows: [fields.map(\.value)]) }

  /// An object.
  public func encode(to encoder: any Encoder) throws {
    try Record(keys: fields.map(\.key), values: fields.map(\.value)).encode(to: encoder)
  }
}
