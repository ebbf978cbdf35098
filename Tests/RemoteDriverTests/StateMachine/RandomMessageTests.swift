import LibvirtProtocol
import RemoteDriver
import Testing

/// A generator whose sequence is known, so that a failure comes again.
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct RandomMessageTests {
  /// A connection in the middle of its work: calls of all kinds, two streams, one call given up, one waiting.
  private func busyConnection() throws -> RPCConnection {
    var limits = RPCLimits()
    limits.unreadStreamBytes = 1 << 16
    var rpc = RPCConnection(limits: limits, maximumMessageLength: 1 << 16)
    _ = try open(&rpc, sparseStreaming)
    _ = try open(&rpc)
    _ = try rpc.call(RPCCallOptions(priority: .high, acceptsDescriptors: true))
    for _ in 0..<6 { _ = try rpc.call(slowChanging) }
    _ = try rpc.call(streaming)
    _ = rpc.abandon(RPCCallID(serial: 4))
    _ = rpc.takeOutgoing()
    return rpc
  }

  private func randomMessage(_ random: inout Xorshift) -> [UInt8] {
    let programs: [UInt32] = [0x2000_8086, 0x2000_8086, 0x2000_8086, 0x2000_8087, 0x6b65_6570, 7]
    let words: [UInt32] = [
      programs.randomElement(using: &random) ?? 0, UInt32.random(in: 0...40, using: &random) == 0 ? 2 : 1,
      [23, 23, 23, 23, 23, 1, 2, 318].randomElement(using: &random) ?? 0, UInt32.random(in: 0...6, using: &random),
      UInt32.random(in: 0...12, using: &random), UInt32.random(in: 0...2, using: &random),
    ]
    let head: [UInt8] = Bool.random(using: &random) ? [0, 0, 0, UInt8.random(in: 0...40, using: &random)] : []
    let payload = head + (0..<Int.random(in: 0...64, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) & 0x1f }
    var bytes = rawMessage(words, payload)
    if Int.random(in: 0..<8, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  @Test func `a hundred thousand random messages never crash it nor fill its memory`() throws {
    var random = Xorshift(state: 0x9e37_79b9_7f4a_7c15)
    var rpc = try busyConnection()
    var closed = 0
    var left = 0
    var most = (bytes: 0, calls: 0, streams: 0)
    var kinds: Set<String> = []
    for round in 0..<100_000 {
      rpc.receive(randomMessage(&random), now: .milliseconds(round))
      while let action = rpc.nextAction() {
        kinds.insert(String("\(action)".prefix { $0 != "(" }))
        if case .streamReadable(let id) = action { _ = rpc.readStream(id) }
      }
      most = (max(most.bytes, rpc.bufferedBytes), max(most.calls, rpc.callCount), max(most.streams, rpc.streamCount))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: _ = rpc.readStream(RPCCallID(serial: UInt32.random(in: 0...10, using: &random)))
      case 1: _ = rpc.abandon(RPCCallID(serial: UInt32.random(in: 0...10, using: &random)))
      case 2: _ = rpc.writeStream(RPCCallID(serial: UInt32.random(in: 0...1, using: &random)), [1, 2, 3])
      case 3: rpc.tick(now: .milliseconds(round))
      default: break
      }
      _ = rpc.takeOutgoing()
      if rpc.isClosed {
        closed += 1
        left += rpc.callCount + rpc.streamCount + rpc.bufferedBytes
        rpc = try busyConnection()
      }
    }
    #expect(closed > 1000)
    #expect(left == 0)
    #expect(most.bytes < 4 << 16)
    #expect(most.calls <= 10)
    #expect(most.streams <= 3)
    // All that can happen has happened.
    #expect(kinds.isSuperset(of: ["reply", "fail", "event", "streamClosed", "closed", "replyWithDescriptors"]), "\(kinds)")
  }

  @Test func `random bytes end the connection or wait for more`() throws {
    var random = Xorshift(state: 42)
    for _ in 0..<20_000 {
      var rpc = try busyConnection()
      let bytes = (0..<Int.random(in: 1...100, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = rpc.actions(after: bytes)
      #expect(rpc.isClosed || rpc.bufferedBytes <= bytes.count)
    }
  }
}
