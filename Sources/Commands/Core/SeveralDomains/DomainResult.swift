import Libvirt
import Presentation

/// What came of a command for one of several domains.
struct DomainResult: CommentedAnswer {
  /// The domain's name, or the word that means none.
  let name: String
  let uuid: String?
  let outcome: Outcome
  /// Whether it is the first of the series.
  let isFirst: Bool

  private var answer: (any Answer)? { outcome.answer }

  /// A sentence has the name in it already; other answers stand below the name.
  func write(on page: inout Page) {
    guard let answer else {
      if outcome.succeeded { page.line("Domain '\(name)': done", .extra) }
      return
    }
    if !(answer is Message) {
      if !isFirst { page.line() }
      page.line("\(name):")
    }
    answer.write(on: &page)
  }

  var rows: Rowset? {
    guard outcome.succeeded || answer != nil else { return Rowset(keys: [], rows: []) }
    guard let answer, !(answer is Message) else { return Rowset(keys: ["domain"], rows: [[.string(name)]]) }
    guard let rows = answer.rows else { return nil }
    if rows.keys.contains("domain") { return rows }
    return Rowset(keys: ["domain"] + rows.keys, rows: rows.rows.map { [.string(name)] + $0 })
  }

  var names: [String]? { answer?.names ?? (outcome.succeeded ? [name] : []) }

  /// The errors in one line, with the name in front if it is not in them; whatever else there is to say behind it.
  var diagnostics: [Diagnostic] {
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    var diagnostics: [Diagnostic] = []
    if let last = errors.last {
      let text = errors.map(\.text).joined(separator: ": ")
      diagnostics.append(
        Diagnostic(
          text.contains("'\(name)'") ? text : "\(name): \(text)", code: last.code, domain: last.domain,
          details: last.details.merging(["name": .string(name)]) { old, _ in old }))
    }
    return diagnostics + outcome.diagnostics.filter { $0.severity != .error }
  }

  private enum CodingKeys: String, CodingKey { case domain, uuid, succeeded, answer, errors }

  /// An object with the domain, whether it went well, the answer, and what went wrong.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .domain)
    try container.encodeIfPresent(uuid, forKey: .uuid)
    try container.encode(outcome.succeeded, forKey: .succeeded)
    if let answer { try container.encode(answer, forKey: .answer) }
    let errors = outcome.diagnostics.filter { $0.severity == .error }.map(\.text)
    if !errors.isEmpty { try container.encode(errors, forKey: .errors) }
  }
}
