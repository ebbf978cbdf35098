import SeededNumbers
import Testing

@testable import XenDriver

@Suite struct MutationTests {
  @Test(.serialized, arguments: 0..<20 as Range<UInt64>)
  func `a hundred thousand faulty answers all end in an answer or a good error`(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    var answers = 0
    for round in 0..<5000 {
      // Other tests wait for the thread.
      if round % 20 == 0 { await Task.yield() }
      let mutated = MutatedAnswer(using: &random)
      let wire = try Wire(mutated.request)
      var rest = mutated.bytes[...]
      while !rest.isEmpty {
        let part = Int.random(in: 1...max(1, rest.count), using: &random)
        wire.receive(rest.prefix(part))
        rest = rest.dropFirst(part)
      }
      wire.hangUp()
      guard let reply = wire.result else {
        Issue.record("seed \(seed), round \(round): no end: \(String(decoding: mutated.bytes, as: UTF8.self))")
        continue
      }
      let result = Result<XendAnswer, any Error> { try reply.get().answer(to: mutated.request) }
      if result.answer != nil { answers += 1 }
      if let fault = MutatedAnswer.fault(of: result) { Issue.record("seed \(seed), round \(round): \(fault)") }
    }
    #expect((200..<3000).contains(answers))
  }

  @Test(arguments: RawServer.Transport.allCases, 100..<104 as Range<UInt64>)
  func `faulty answers over a socket end as well`(transport: RawServer.Transport, seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    for round in 0..<50 {
      let mutated = MutatedAnswer(using: &random)
      var script: [RawServer.Step] = [.read, .send(mutated.bytes)]
      if round % 5 == 0 { script.append(.reset) }
      let result = try await RawServer.outcome(transport, script, mutated.request)
      if let fault = MutatedAnswer.fault(of: result) { Issue.record("seed \(seed), round \(round): \(fault)") }
    }
  }
}
