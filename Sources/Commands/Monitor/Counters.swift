import Presentation

/// Figures of one thing, a line each, as `domblkstat` and `domifstat` print them.
struct Counters: Answer {
  /// One figure.
  struct Counter: Sendable {
    /// The key for programs, and what people read unless there is a label.
    let key: String
    /// What people read instead.
    var label: String?
    let value: CellValue
    /// What people see instead of the value.
    var text: String?
  }

  /// What the figures are about: its key for programs and its name; nil where that is the domain.
  private let subject: (key: String, name: String)?
  private let counters: [Counter]
  /// Whether the subject stands on a line of its own, and the labels are set in a column.
  private let isHuman: Bool

  init(_ counters: [Counter], subject: (key: String, name: String)? = nil, isHuman: Bool = false) {
    self.counters = counters
    self.subject = subject
    self.isHuman = isHuman
  }

  func write(on page: inout Page) {
    if isHuman, let subject { page.line("Device: \(subject.name)") }
    for counter in counters {
      let label = counter.label ?? counter.key
      page.write(isHuman ? " " : subject.map { "\($0.name) " } ?? "")
      page.line("\(isHuman ? label.padded(to: 31) : label) \(counter.text ?? counter.value.text)")
    }
  }

  var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
  func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }

  private var record: Record {
    let subject = subject.map { [($0.key, CellValue.string($0.name))] } ?? []
    let pairs = subject + counters.map { ($0.key, $0.value) }
    return Record(keys: pairs.map(\.0), values: pairs.map(\.1))
  }
}
