/// What came of a command: an answer, what else there is to say, and whether it succeeded. A command may well print a table
/// and fail.
public struct Outcome: Sendable {
  /// For standard output.
  public var answer: (any Answer)?
  /// Answers still to come, shown after `answer`.
  public var live: Live?
  /// For standard error.
  public var diagnostics: [Diagnostic]
  /// Whether the command did what it was asked.
  public var succeeded: Bool
  /// Some of the things with which a command for several failed; what went wrong with them has been said.
  public var failedParts: [FailedPart] = []

  /// An outcome; by default success with nothing to say.
  public init(_ answer: (any Answer)? = nil, live: Live? = nil, diagnostics: [Diagnostic] = [], succeeded: Bool = true) {
    self.answer = answer
    self.live = live
    self.diagnostics = diagnostics
    self.succeeded = succeeded
  }
}

extension Outcome {
  /// The outcome with a series that is one answer gathered into one, for whoever has to have it whole.
  public func gathered() async -> Outcome {
    guard let live, live.isOneAnswer else { return self }
    var answers: [any Answer] = answer.map { [$0] } ?? []
    var end = Live.End.finished
    var said: [Diagnostic] = diagnostics
    do {
      for try await answer in live {
        answers.append(answer)
        said += (answer as? any CommentedAnswer)?.diagnostics ?? []
      }
    } catch {
      end = .failed(error)
    }
    let conclusion = live.conclusion(end, count: answers.count)
    var whole = Outcome(AnswerGroup(answers), diagnostics: said + conclusion.diagnostics, succeeded: succeeded && conclusion.succeeded)
    whole.failedParts = conclusion.failedParts
    return whole
  }
}

extension Outcome {
  /// Success with nothing to say.
  public static var done: Outcome { Outcome() }

  /// Success with a sentence that `--quiet` drops.
  public static func message(_ text: String, fields: KeyValuePairs<String, CellValue> = [:]) -> Outcome {
    Outcome(Message(text, .extra, fields: fields))
  }

  /// Success with a sentence that always shows.
  public static func report(_ text: String, fields: KeyValuePairs<String, CellValue> = [:]) -> Outcome {
    Outcome(Message(text, .always, fields: fields))
  }

  /// Success with a table.
  public static func table<Row: Sendable>(
    _ rows: [Row], columns: [Column<Row>], name: (@Sendable (Row) -> String?)? = nil
  ) -> Outcome {
    Outcome(Table(rows, columns: columns, name: name))
  }

  /// Success with labelled values.
  public static func fields(_ fields: [Field], layout: Fields.Layout = .column(16)) -> Outcome {
    Outcome(Fields(fields, layout: layout))
  }

  /// Success with XML.
  public static func xml(_ text: String) -> Outcome {
    Outcome(Document(text))
  }

  /// Failure; each text is a message of its own.
  public static func failed(_ texts: String..., answer: (any Answer)? = nil) -> Outcome {
    Outcome(answer, diagnostics: texts.map { Diagnostic($0) }, succeeded: false)
  }

  /// Failure with ready diagnostics.
  public static func failed(_ diagnostics: [Diagnostic], answer: (any Answer)? = nil) -> Outcome {
    Outcome(answer, diagnostics: diagnostics, succeeded: false)
  }
}
