import Presentation

/// An answer that people see as one bare text, and programs as the values that it is made of.
struct Labelled: Answer {
  private let text: String
  private let endsLine: Bool
  private let record: Record

  /// A text and its values by their keys. Some lines virsh leaves open.
  init(_ text: String, endsLine: Bool = true, _ values: KeyValuePairs<String, CellValue>) {
    self.text = text
    self.endsLine = endsLine
    record = Record(keys: values.map(\.key), values: values.map(\.value))
  }

  func write(on page: inout Page) { if endsLine { page.line(text) } else { page.write(text) } }
  var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
  var names: [String]? { [text] }
  func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
}
