/// One of several looks at the same thing, as `watch` takes them. On a terminal each is drawn over the one before, elsewhere they
/// follow each other with an empty line between them.
public struct Round: Answer {
  /// Counted from 1.
  public let number: Int
  /// What is looked at, for the line above.
  public let title: String
  /// Where that is.
  public let place: String
  /// When it was looked at, with the zone.
  public let time: String
  /// What was seen; nil where nothing could be.
  public let answer: (any Answer)?
  /// What else there is to say.
  public let diagnostics: [Diagnostic]

  /// A look.
  public init(number: Int, title: String, place: String, time: String, answer: (any Answer)?, diagnostics: [Diagnostic] = []) {
    self.number = number
    self.title = title
    self.place = place
    self.time = time
    self.answer = answer
    self.diagnostics = diagnostics
  }

  /// What was seen, behind an empty line for all but the first.
  public func write(on page: inout Page) {
    if number > 1 { page.line() }
    answer?.write(on: &page)
  }

  /// The rows of what was seen.
  public var rows: Rowset? { answer.map(\.rows) ?? Rowset(keys: [], rows: []) }
  /// The names of what was seen.
  public var names: [String]? { answer.map(\.names) ?? [] }

  private enum CodingKeys: String, CodingKey { case time, answer }

  /// An object with the time and the answer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(time, forKey: .time)
    if let answer { try container.encode(answer, forKey: .answer) } else { try container.encodeNil(forKey: .answer) }
  }
}
