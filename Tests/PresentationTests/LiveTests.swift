import Presentation
import Testing

@Suite struct LiveTests {
  private struct Broken: Error, CustomStringConvertible {
    let description = "client socket is closed"
  }

  private func source(_ lines: [String], failing: Bool = false) -> AsyncThrowingStream<Lines, any Error> {
    AsyncThrowingStream { continuation in
      for line in lines { continuation.yield(Lines([line])) }
      continuation.finish(throwing: failing ? Broken() : nil)
    }
  }

  @Test func answersComeInOrder() async throws {
    let live = Live(source(["a", "b", "c"])) { _, count in .report("events received: \(count)") }
    var shown: [UInt8] = []
    var count = 0
    for try await answer in live {
      shown += try render(answer, as: .csv, PageOptions(showsHeader: count == 0))
      count += 1
    }
    #expect(shown == Array("name\r\na\r\nb\r\nc\r\n".utf8))
    #expect((live.conclusion(.finished, count: count).answer as? Message)?.text == "events received: 3")
  }

  @Test func failuresEndTheSeries() async {
    let live = Live(source(["a"], failing: true))
    var seen = 0
    do {
      for try await _ in live { seen += 1 }
      Issue.record("no error")
    } catch {
      let outcome = live.conclusion(.failed(error), count: seen)
      #expect(!outcome.succeeded)
      #expect(outcome.diagnostics.map(\.text) == ["client socket is closed"])
    }
    #expect(seen == 1)
    #expect(live.conclusion(.interrupted, count: 1).succeeded)
  }
}
