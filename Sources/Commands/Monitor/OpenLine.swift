import Presentation

/// A sentence whose line stays open, as virsh leaves it, with its parts for programs.
struct OpenLine: Answer {
  private let text: String
  private let record: Record

  init(_ text: String, _ parts: KeyValuePairs<String, CellValue>) {
    self.text = text
    record = Record(keys: parts.map(\.key), values: parts.map(\.value))
  }

  func write(on page: inout Page) { page.write(text) }
  var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
  func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
}
