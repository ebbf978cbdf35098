import LibvirtProtocol
import Testing

@testable import XenDriver
@testable import XenSimulators

/// Answers that were damaged on the way: whatever they hold, they are an answer, a refusal or an error with a place.
@Suite(.timeLimit(.minutes(20))) struct ProxyMutationTests {
  /// The same numbers each time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
      return z ^ z >> 31
    }
  }

  /// A question with its type forgotten: its bytes, and whether an answer was read.
  private struct Question {
    let packet: ProxyPacket
    let read: (ProxyAnswer) throws -> Void

    init<Answer>(_ question: ProxyQuestion<Answer>) {
      packet = question.packet(serial: 1)
      read = { _ = try question.read($0) }
    }
  }

  @Test func aHundredThousand() async throws {
    let id: Int32 = 7
    let uuid = try #require(UUID(bytes: ProxySimulatorHost().domains[1].uuid))
    let questions = [
      Question(.none), Question(.version), Question(.nodeInfo), Question(.list), Question(.numberOfDomains), Question(.lookup(id: id)),
      Question(.lookup(uuid: uuid)), Question(try #require(ProxyQuestion.lookup(name: "web1"))), Question(.maxMemory(id)),
      Question(.info(id)),
      Question(.xml(id)), Question(.osType(id)), Question(.capabilities),
    ]
    var options = ProxySimulatorOptions()
    options.name = testProxyName()
    let simulator = try await ProxySimulator.start(options: options)
    let answers = try questions.map { question in
      let bytes = question.packet.bytes
      let request = ProxySimulatorRequest(
        command: question.packet.command, serial: question.packet.serial, data: Array(bytes[8..<16]), extra: Array(bytes[16...]),
        bytes: bytes)
      return try #require(simulator.answer(to: request))
    }
    await simulator.stop()
    var generator = Generator(state: 4)
    var counts = (whole: 0, refused: 0, violations: 0, waiting: 0)
    for round in 0..<100_000 {
      let number = round % questions.count
      var bytes = answers[number]
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      var buffer = ProxyPacketBuffer()
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &generator)
        buffer.append(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      do {
        guard let packet = try buffer.next() else {
          counts.waiting += 1
          continue
        }
        try questions[number].read(ProxyAnswer(packet: packet))
        counts.whole += 1
      } catch is ProxyRefusal {
        counts.refused += 1
      } catch let violation as ProxyViolation {
        #expect((0...4096).contains(violation.offset) && !violation.reason.isEmpty)
        counts.violations += 1
      }
    }
    #expect(counts.whole > 1000 && counts.refused > 100 && counts.violations > 1000 && counts.waiting > 1000)
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    guard !bytes.isEmpty else { return }
    let position = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 2: bytes.remove(at: position)
    case 3: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: position)
    case 4: bytes.removeLast(bytes.count - position)
    // The header is where most can go wrong.
    default: bytes[min(position % 12, bytes.count - 1)] = [0, 1, 0x7f, 0x80, 0xff].randomElement(using: &generator) ?? 0
    }
  }
}
