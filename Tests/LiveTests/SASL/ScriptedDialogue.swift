import Drivers
import Synchronization
import TestDaemonKit

/// A user who gives prepared answers, and remembers the questions.
final class ScriptedDialogue: Dialogue {
  struct Question: Sendable, Equatable {
    let text: String
    let isSecret: Bool
  }

  private let answers: Mutex<[String?]>
  private let asked = Mutex<[Question]>([])

  /// A user with these answers; behind them the user thinks for ever.
  init(_ answers: [String?]) { self.answers = Mutex(answers) }

  var questions: [Question] { asked.withLock(\.self) }

  /// Waits until so many questions were asked, at most half a minute.
  func waits(forQuestions count: Int) async throws {
    _ = try await Patience.waits { questions.count >= count }
  }

  let isPossible = true

  func answer(_ question: String, isSecret: Bool) async throws -> String? {
    asked.withLock { $0.append(Question(text: question, isSecret: isSecret)) }
    let next: String?? = answers.withLock { $0.isEmpty ? nil : .some($0.removeFirst()) }
    guard let next else {
      try await Task.sleep(for: .seconds(3600))
      return nil
    }
    return next
  }
}
