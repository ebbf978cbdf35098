import Commands
import Synchronization
import Testing

@testable import Shell

/// Answers that come late, or all at once.
@Suite(.timeLimit(.minutes(20))) struct CompletionCacheTests {
  private static func key(_ kind: String = "domain") throws -> CompletionCache.Key {
    CompletionCache.Key(connection: nil, origin: try #require(Completer.origin(of: CompletionQuestion(kind))))
  }

  /// A hypervisor that answers when it is told to.
  private actor Slow {
    private(set) var calls = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOpen = false

    func answer(_ values: [String]) async -> [String] {
      calls += 1
      if !isOpen { await withCheckedContinuation { waiting.append($0) } }
      return values
    }

    func open() {
      isOpen = true
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
  }

  @Test func aLateAnswerIsThereTheNextTime() async throws {
    let cache = CompletionCache(lifetime: .seconds(600))
    let slow = Slow()
    let key = try Self.key()
    let editor = Task { await cache.values(for: key) { await slow.answer(["late"]) } }
    while await slow.calls == 0 { await Task.yield() }
    editor.cancel()
    #expect(await editor.value == [])
    // Another Tab joins the inquiry that is under way.
    async let second = cache.values(for: key) { await slow.answer(["asked twice"]) }
    await slow.open()
    #expect(await second == ["late"])
    #expect(await cache.values(for: key) { await slow.answer(["asked again"]) } == ["late"])
    #expect(await slow.calls == 1)
  }

  @Test func answersAgeAndAreForgotten() async throws {
    let slow = Slow()
    await slow.open()
    let brief = CompletionCache(lifetime: .zero)
    for number in 1...3 {
      #expect(await brief.values(for: try Self.key()) { await slow.answer(["\(number)"]) } == ["\(number)"])
    }
    let cache = CompletionCache(lifetime: .seconds(600))
    #expect(await cache.values(for: try Self.key()) { ["old"] } == ["old"])
    #expect(await cache.values(for: try Self.key("domain-active")) { ["other"] } == ["other"])
    await cache.invalidate()
    #expect(await cache.values(for: try Self.key()) { ["new"] } == ["new"])
  }

  /// What was asked before a change is not believed after it.
  @Test func whatIsUnderWayIsForgottenToo() async throws {
    let cache = CompletionCache(lifetime: .seconds(600))
    let slow = Slow()
    let key = try Self.key()
    async let first = cache.values(for: key) { await slow.answer(["before"]) }
    while await slow.calls == 0 { await Task.yield() }
    await cache.invalidate()
    #expect(await first == [])
    async let second = cache.values(for: key) { await slow.answer(["after"]) }
    while await slow.calls == 1 { await Task.yield() }
    await slow.open()
    #expect(await second == ["after"])
    #expect(await cache.values(for: key) { ["asked again"] } == ["after"])
  }

  @Test func tooManyValuesAreCutOff() async throws {
    let cache = CompletionCache()
    let values = await cache.values(for: try Self.key()) { (0..<100_000).map(String.init) }
    #expect(values.count == CompletionCache.mostValues)
  }
}
