import CommandLanguage

/// By which columns a wide list is sorted: `memory,-name`.
struct ListOrder {
  private let keys: [(column: DomainColumn, isDescending: Bool)]

  /// No order: the list keeps virsh's.
  static let none = ListOrder(keys: [])

  private init(keys: [(column: DomainColumn, isDescending: Bool)]) { self.keys = keys }

  /// Reads names of columns with commas between them, each with a minus sign in front for the greatest first.
  init(_ text: String) throws(UsageError) {
    var keys: [(column: DomainColumn, isDescending: Bool)] = []
    for item in text.commaSeparatedItems {
      let isDescending = item.hasPrefix("-")
      keys.append((try .named(isDescending || item.hasPrefix("+") ? item.dropFirst() : item[...]), isDescending))
    }
    self.init(keys: keys)
  }

  /// The columns that must be known.
  var columns: [DomainColumn] { keys.map(\.column) }

  /// The rows in order; those that are equal stay as they were, what is not known comes last.
  func sorted(_ rows: [ListRow]) -> [ListRow] {
    guard !keys.isEmpty else { return rows }
    // Each value is worked out once.
    let ranked = rows.enumerated().map { (place: $0, row: $1, ranks: ranks(of: $1)) }
    return ranked.sorted { one, other in
      for (index, key) in keys.enumerated() where one.ranks[index] != other.ranks[index] {
        guard let left = one.ranks[index], let right = other.ranks[index] else { return one.ranks[index] != nil }
        return key.isDescending ? right < left : left < right
      }
      return one.place < other.place
    }.map(\.row)
  }

  private func ranks(of row: ListRow) -> [ListRank?] { keys.map { $0.column.rank(of: row) } }
}

/// Where a value stands in an order.
enum ListRank: Hashable, Comparable {
  case number(UInt64)
  case text(String)
}

extension DomainColumn {
  /// Where a row stands by this column; nil where its value is not known.
  fileprivate func rank(of row: ListRow) -> ListRank? {
    switch content {
    case .text(let value), .word(let value): value(row).map { .text($0.lowercased()) }
    case .list(let value): value(row)?.first.map { .text($0.lowercased()) }
    case .amount(_, let value): value(row).map(ListRank.number)
    case .flag(let value): value(row).map { .number($0 ? 1 : 0) }
    }
  }
}
