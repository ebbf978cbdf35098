import CommandLanguage

/// Which rows a wide list shows: `state=running,memory>2GiB,name~web-*`.
struct ListCondition {
  /// How a value is compared.
  private enum Comparison: String, CaseIterable {
    // Those that begin like others come first.
    case isNot = "!="
    case isUnlike = "!~"
    case isAtMost = "<="
    case isAtLeast = ">="
    case isEqual = "="
    case isLess = "<"
    case isGreater = ">"
    case isLike = "~"
  }

  private struct Term {
    let column: DomainColumn
    let holds: (ListRow) -> Bool
  }

  private let terms: [Term]

  /// No condition.
  static var none: ListCondition { ListCondition(terms: []) }

  private init(terms: [Term]) { self.terms = terms }

  /// Reads comparisons with commas between them, all of which must hold; two commas are one of the value.
  init(_ text: String) throws(UsageError) {
    var terms: [Term] = []
    for item in text.commaSeparatedItems { terms.append(try Self.term(item)) }
    self.init(terms: terms)
  }

  /// The columns that must be known.
  var columns: [DomainColumn] { terms.map(\.column) }

  /// Whether all comparisons hold.
  func holds(for row: ListRow) -> Bool { terms.allSatisfy { $0.holds(row) } }

  private static func term(_ text: String) throws(UsageError) -> Term {
    guard let start = text.firstIndex(where: { "=!<>~".contains($0) }),
      let comparison = Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) })
    else { throw UsageError("'\(text)' is no condition", hint: "conditions are COLUMN=VALUE, also with !=, <, >, <=, >=, ~ and !~") }
    let column = try DomainColumn.named(text[..<start])
    let value = String(text[start...].dropFirst(comparison.rawValue.count))
    return Term(column: column, holds: try test(column, comparison, value))
  }

  private static func test(
    _ column: DomainColumn, _ comparison: Comparison, _ value: String
  ) throws(UsageError) -> (ListRow) -> Bool {
    switch column.content {
    case .text(let text): return test({ text($0).map { [$0] } ?? [] }, comparison, value) { $0.lowercased() }
    case .word(let word):
      return test({ word($0).map { [$0] } ?? [] }, comparison, value) { $0.lowercased().filter { $0 != " " && $0 != "-" } }
    case .list(let list):
      // Whether there is anything at all.
      if let wanted = truth(value), comparison == .isEqual || comparison == .isNot {
        return { row in list(row)?.isEmpty == false ? wanted == (comparison == .isEqual) : wanted != (comparison == .isEqual) }
      }
      return test({ list($0) ?? [] }, comparison, value) { $0.lowercased() }
    case .flag(let flag):
      guard let wanted = truth(value), comparison == .isEqual || comparison == .isNot else {
        throw UsageError(
          "'\(value)' is no value of '\(column.name)'", hint: "'\(column.name)' is compared as \(column.name)=yes or =no")
      }
      return { row in flag(row).map { ($0 == wanted) == (comparison == .isEqual) } ?? false }
    case .amount(let unit, let amount):
      if value.isEmpty || value == "-" {
        return { row in (amount(row) == nil) == (comparison == .isEqual) }
      }
      guard let limit = number(value, unit), comparison != .isLike, comparison != .isUnlike else {
        throw UsageError("'\(value)' is no value of '\(column.name)'", hint: unit.hint)
      }
      return { row in amount(row).map { compare($0, comparison, limit) } ?? (comparison == .isNot) }
    }
  }

  /// A test of texts, any of which may fit; a negation holds if none does.
  private static func test(
    _ texts: @escaping (ListRow) -> [String], _ comparison: Comparison, _ value: String, fold: @escaping (String) -> String
  ) -> (ListRow) -> Bool {
    let wanted = fold(value)
    let pattern = ShellPattern.isPattern(value) ? ShellPattern(value, ignoresCase: true) : ShellPattern(containing: value)
    return { row in
      let texts = texts(row)
      return switch comparison {
      case .isEqual: wanted.isEmpty ? texts.allSatisfy(\.isEmpty) : texts.contains { fold($0) == wanted }
      case .isNot: wanted.isEmpty ? !texts.allSatisfy(\.isEmpty) : !texts.contains { fold($0) == wanted }
      case .isLike: texts.contains(where: pattern.matches)
      case .isUnlike: !texts.contains(where: pattern.matches)
      case .isLess, .isGreater, .isAtMost, .isAtLeast: texts.contains { compare(fold($0), comparison, wanted) }
      }
    }
  }

  private static func compare<Value: Comparable>(_ value: Value, _ comparison: Comparison, _ limit: Value) -> Bool {
    switch comparison {
    case .isEqual, .isLike: value == limit
    case .isNot, .isUnlike: value != limit
    case .isLess: value < limit
    case .isGreater: value > limit
    case .isAtMost: value <= limit
    case .isAtLeast: value >= limit
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  private static func number(_ text: String, _ unit: DomainColumn.Unit) -> UInt64? {
    switch unit {
    case .count: return UInt64(text)
    case .bytes: return try? Scaled.bytes(text, unit: 1024)
    case .nanoseconds:
      let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
      let scale = text.last.flatMap { units[$0] }
      guard let amount = Double(scale == nil ? text[...] : text.dropLast()), amount.isFinite, amount >= 0 else { return nil }
      return UInt64(exactly: (amount * (scale ?? 1) * 1e9).rounded())
    }
  }
}

extension DomainColumn.Unit {
  /// What its values look like.
  fileprivate var hint: String {
    switch self {
    case .count: "it is a number"
    case .bytes: "it is a size: 512M, 2GiB; a number alone counts KiB"
    case .nanoseconds: "it is a time: 90s, 5m, 2h, 1d; a number alone counts seconds"
    }
  }
}
