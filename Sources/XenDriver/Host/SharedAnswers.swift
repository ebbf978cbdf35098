import SExpressions

/// Answers that several calls may share: one is good for every call that was sent before it was asked for.
///
/// So calls that leave together and want the same document cost one request, and none ever sees what is older than itself.
struct SharedAnswers {
  /// How large all that is kept may be, in bytes: a host of a thousand domains has a tenth of that.
  static let sizeLimit = 64 << 20

  private var answers: [XendRequest: SharedAnswer] = [:]
  private var size = 0
  private var lastCall: UInt64 = 0

  /// The answer to `request` for a call, from who asked already or from `ask`. It is to be waited for.
  mutating func join(
    _ request: XendRequest, for call: UInt64, lastSent: UInt64, _ ask: @escaping @Sendable () async throws -> XendAnswer
  ) -> SharedAnswer {
    if let known = answers[request], known.newEnoughFor >= call, known.join() { return known }
    if call > lastCall {
      lastCall = call
      // Calls come in order: what is too old for one is too old for those after it.
      answers = answers.filter { $0.value.newEnoughFor >= call }
      if answers.isEmpty { size = 0 }
    }
    let answer = SharedAnswer(newEnoughFor: lastSent)
    _ = answer.join()
    answers[request] = answer
    answer.begin(ask)
    return answer
  }

  /// An answer has come. Where all of them are too large to be kept, later calls ask anew.
  mutating func note(_ answer: XendAnswer) {
    size += answer.size
    if size > Self.sizeLimit { forget() }
  }

  /// Something changes: what was known is known no more.
  mutating func forget() {
    answers = [:]
    size = 0
  }
}

extension XendAnswer {
  /// About how many bytes it takes.
  var size: Int {
    switch self {
    case .nothing: 0
    case .expression(let expression): expression.size
    case .text(let text): text.utf8.count
    }
  }
}

extension SExpression {
  fileprivate var size: Int {
    switch self {
    case .atom(let bytes): 32 + bytes.count
    case .list(let elements): elements.reduce(32) { $0 + $1.size }
    }
  }
}
