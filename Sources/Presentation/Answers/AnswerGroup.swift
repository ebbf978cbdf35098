/// Several answers, one after the other.
public struct AnswerGroup: Answer {
  /// The answers in order.
  public let answers: [any Answer]
  /// What is written between two of them.
  public let separator: String

  /// Some answers.
  public init(_ answers: [any Answer], separator: String = "") {
    self.answers = answers
    self.separator = separator
  }

  /// Writes all, with the separator between them.
  public func write(on page: inout Page) {
    for (index, answer) in answers.enumerated() {
      if index > 0 { page.write(separator) }
      answer.write(on: &page)
    }
  }

  /// The names of all, if each has some.
  public var names: [String]? {
    let names = answers.compactMap(\.names)
    return names.count == answers.count ? names.flatMap { $0 } : nil
  }

  /// The rows of all, if each has some, with the columns of all: what an answer lacks stays empty.
  public var rows: Rowset? {
    let sets = answers.compactMap(\.rows)
    guard !sets.isEmpty, sets.count == answers.count else { return nil }
    var seen: Set<String> = []
    let keys = sets.flatMap(\.keys).filter { seen.insert($0).inserted }
    return Rowset(
      keys: keys,
      rows: sets.flatMap { set in
        let places = keys.map { set.keys.firstIndex(of: $0) }
        return set.rows.map { row in places.map { $0.map { row[$0] } ?? .null } }
      })
  }

  /// The parts of all; an answer without parts is one.
  public var parts: [any Encodable & Sendable]? {
    answers.flatMap { $0.parts ?? [$0] }
  }

  /// An array of the answers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for answer in answers { try container.encode(answer) }
  }
}
