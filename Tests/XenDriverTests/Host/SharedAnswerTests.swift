import Synchronization
import Testing

@testable import XenDriver

@Suite("Answers that several calls share", .timeLimit(.minutes(20)))
struct SharedAnswerTests {
  /// An answer that does not come, and whether it is still asked for.
  private final class Question: Sendable {
    let answer = SharedAnswer(newEnoughFor: 1)
    private let cancelled = Atomic(false)
    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    func begin() {
      answer.begin { [self] in
        defer { cancelled.store(Task.isCancelled, ordering: .relaxed) }
        try await Task.sleep(for: .seconds(600))
        return .nothing
      }
    }

    func join() throws -> Task<XendAnswer, any Error> {
      try #require(answer.join())
      return Task { try await answer.value }
    }
  }

  @Test("who leaves is gone at once, though others wait; the last one ends the question")
  func leaving() async throws {
    let question = Question()
    let (first, second) = (try question.join(), try question.join())
    question.begin()
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    #expect(!question.isCancelled)
    let third = try question.join()
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    #expect(!question.isCancelled)
    third.cancel()
    await #expect(throws: CancellationError.self) { try await third.value }
    #expect(!question.answer.join())
    while !question.isCancelled { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test("what is shared is shared by calls that were sent before, and asked for anew by later ones")
  func order() async throws {
    var answers = SharedAnswers()
    func join(_ call: UInt64, lastSent: UInt64) -> SharedAnswer {
      answers.join(.node, for: call, lastSent: lastSent) { .nothing }
    }
    let first = join(1, lastSent: 3)
    #expect(join(3, lastSent: 3) === first)
    let second = join(4, lastSent: 4)
    #expect(second !== first && join(2, lastSent: 4) === second)
    answers.forget()
    #expect(join(4, lastSent: 4) !== second)
    for answer in [first, first, second, second] { #expect(try await answer.value == .nothing) }
  }

  @Test("what is large is not kept")
  func size() throws {
    var answers = SharedAnswers()
    let first = answers.join(.node, for: 1, lastSent: 1) { .nothing }
    answers.note(.expression(["a", ["b", .atom(Array(repeating: 0, count: 1000))]]))
    #expect(answers.join(.node, for: 1, lastSent: 1) { .nothing } === first)
    answers.note(.text(String(repeating: "a", count: SharedAnswers.sizeLimit)))
    #expect(answers.join(.node, for: 1, lastSent: 1) { .nothing } !== first)
  }
}
