import Presentation

/// An answer that people see as one bare text, and programs as the values that it is made of.
struct Labelled: Answer {
  let text: String
  let endsLine: Bool
  let values: [(key: String, value: CellValue)]

  init(_ text: String, endsLine: Bool = true, _ values: [(key: String, value: CellValue)]) {
    self.text = text
    self.endsLine = endsLine
    self.values = values
  }

  func write(on page: inout Page) { if endsLine { page.line(text) } else { page.write(text) } }
  var rows: Rowset? { Rowset(keys: values.map(\.key), rows: [values.map(\.value)]) }
  var names: [String]? { [text] }
  func encode(to encoder: any Encoder) throws {
    try Record(keys: values.map(\.key), values: values.map(\.value)).encode(to: encoder)
  }
}
