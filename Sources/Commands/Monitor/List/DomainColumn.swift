import CommandLanguage
import Libvirt
import Presentation

/// A column of a wide list: what it is called, what it costs, and how a domain fills it.
struct DomainColumn: Sendable {
  /// What a column holds, for sorting and choosing.
  enum Content: Sendable {
    /// A text of the user's.
    case text(@Sendable (ListRow) -> String?)
    /// A word of libvirt's, in which blanks do not count.
    case word(@Sendable (ListRow) -> String?)
    /// Several texts; nil where that is not known.
    case list(@Sendable (ListRow) -> [String]?)
    /// A number in a unit.
    case amount(Unit, @Sendable (ListRow) -> UInt64?)
    case flag(@Sendable (ListRow) -> Bool?)
  }

  /// What a number counts.
  enum Unit: Sendable {
    case count, bytes, nanoseconds
  }

  /// As users type it; case does not matter.
  let name: String
  /// The heading.
  let title: String
  /// In JSON, CSV and TSV.
  let key: String
  /// What must be asked for it.
  let topics: DomainTopics
  /// Whether agents in guests must be asked as well.
  let asksAgents: Bool
  let content: Content
  private let cell: (@Sendable (ListRow) -> CellValue)?

  init(
    _ name: String, title: String, key: String? = nil, _ topics: DomainTopics, asksAgents: Bool = false, _ content: Content,
    cell: (@Sendable (ListRow) -> CellValue)? = nil
  ) {
    self.name = name
    self.title = title
    self.key = key ?? name
    self.topics = topics
    self.asksAgents = asksAgents
    self.content = content
    self.cell = cell
  }

  /// The column for a table.
  var column: Column<ListRow> {
    Column(title, key: key, value: { value(of: $0) }, show: { text(of: $0) }, role: { name == "state" ? $0.domain.state?.role : nil })
  }

  private func value(of row: ListRow) -> CellValue {
    if let cell { return cell(row) }
    switch content {
    case .text(let value), .word(let value): return .string(orNull: value(row))
    case .list(let value): return value(row).map { texts in .list(texts.map(CellValue.string)) } ?? .null
    case .amount(_, let value): return .integer(value(row))
    case .flag(let value): return value(row).map(CellValue.bool) ?? .null
    }
  }

  private func text(of row: ListRow) -> String {
    let value = value(of: row)
    switch (content, value) {
    case (.amount(.bytes, _), .int(let bytes)): return ByteAmount(UInt64(clamping: bytes)).text
    case (.amount(.nanoseconds, _), .int(let time)): return fixedPoint(Double(time) / 1e9, decimals: 1) + "s"
    case (_, .list([])): return "-"
    default: return value.text
    }
  }
}

extension DomainColumn {
  /// The column of a name; throws with all names as a hint.
  static func named(_ name: some StringProtocol) throws(UsageError) -> DomainColumn {
    let wanted = name.lowercased()
    guard let column = all.first(where: { $0.name == wanted }) else {
      throw UsageError("unknown column '\(name)'", hint: "the columns are \(all.map(\.name).joined(separator: ", "))")
    }
    return column
  }
}
