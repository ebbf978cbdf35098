/// A sentence about what was done.
public struct Message: Answer {
  /// The sentence.
  public let text: String
  /// Whether `--quiet` drops it from the human form. JSON always has it.
  public let presence: Presence
  /// What it is about, for programs.
  public let fields: [(key: String, value: CellValue)]
  /// What ends it; a few commands leave the line open.
  public let terminator: String

  /// A sentence.
  public init(
    _ text: String, _ presence: Presence = .always, fields: KeyValuePairs<String, CellValue> = [:], terminator: String = "\n"
  ) {
    self.text = text
    self.presence = presence
    self.fields = fields.map { ($0.key, $0.value) }
    self.terminator = terminator
  }

  /// Writes the sentence and what ends it, unless `--quiet` drops it.
  public func write(on page: inout Page) {
    page.write(text, presence)
    page.write(terminator, presence)
  }

  /// An object with the sentence under `message`, without an empty line before it, and the fields.
  public func encode(to encoder: any Encoder) throws {
    let record = Record(
      keys: ["message"] + fields.map(\.key), values: [.string(String(text.drop(while: \.isNewline)))] + fields.map(\.value))
    try record.encode(to: encoder)
  }
}
