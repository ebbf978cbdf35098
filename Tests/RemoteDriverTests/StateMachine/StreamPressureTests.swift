import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct StreamPressureTests {
  private var small: RPCLimits {
    var limits = RPCLimits()
    limits.unreadStreamBytes = 100_000
    return limits
  }

  @Test func `reading the socket stops above the limit and goes on below half of it`() throws {
    var rpc = RPCConnection(limits: small)
    let id = try open(&rpc)
    let piece = Array(repeating: UInt8(1), count: 30_000)
    for _ in 0..<3 { #expect(try rpc.actions(after: packet(.continue, piece)) == []) }
    #expect(try rpc.actions(after: packet(.continue, piece)) == [.pauseReading])
    #expect(try rpc.actions(after: packet(.continue, piece)) == [])
    for _ in 0..<3 {
      #expect(rpc.readStream(id) == .data(piece))
      #expect(rpc.allActions() == [])
    }
    #expect(rpc.readStream(id) == .data(piece))
    #expect(rpc.allActions() == [.resumeReading])
  }

  @Test(arguments: [true, false])
  func `ending a stream that nobody reads frees the socket`(isAborted: Bool) throws {
    var rpc = RPCConnection(limits: small)
    let id = try open(&rpc)
    #expect(try rpc.actions(after: packet(.continue, Array(repeating: 1, count: 200_000))) == [.pauseReading])
    let isTaken = isAborted ? rpc.abortStream(id) : rpc.finishStream(id)
    #expect(isTaken)
    #expect(rpc.allActions() == [.resumeReading])
    #expect(rpc.bufferedBytes == 28)
  }

  @Test func `many tiny packets and holes count for what they cost`() throws {
    var rpc = RPCConnection(limits: small)
    let id = try open(&rpc, sparseStreaming)
    let pair = try packet(.continue, [1]) + message(.streamHole, 0, .continue, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    var paused = 0
    for round in 1...2000 where paused == 0 {
      if rpc.actions(after: pair) == [.pauseReading] { paused = round }
    }
    #expect((500...1000).contains(paused))
    #expect(rpc.abortStream(id) == true)
  }

  @Test func `small pieces are joined`() throws {
    var rpc = RPCConnection(limits: small)
    let id = try open(&rpc)
    for byte in 0..<200 { _ = try rpc.actions(after: packet(.continue, [UInt8(byte)])) }
    #expect(rpc.readStream(id) == .data((0..<200).map { UInt8($0) }))
    #expect(rpc.readStream(id) == .wait)
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `a peer that is not being read is not taken for dead`() throws {
    var rpc = RPCConnection(limits: small)
    rpc.startKeepalive(interval: .seconds(1), count: 1, now: .zero)
    let id = try open(&rpc)
    _ = try rpc.actions(after: packet(.continue, Array(repeating: 1, count: 200_000)), now: .seconds(1))
    for second in 2...100 { rpc.tick(now: .seconds(second)) }
    #expect(rpc.isClosed == false)
    #expect(rpc.takeOutgoing().isEmpty)
    _ = rpc.readStream(id)
    #expect(rpc.allActions() == [.resumeReading])
    rpc.tick(now: .seconds(101))
    rpc.tick(now: .seconds(102))
    #expect(rpc.isClosed == true)
  }

  @Test func `two streams share one limit`() throws {
    var rpc = RPCConnection(limits: small)
    let first = try open(&rpc)
    let second = try open(&rpc)
    _ = try rpc.actions(after: packet(.continue, Array(repeating: 1, count: 60_000)))
    #expect(try rpc.actions(after: packet(.continue, Array(repeating: 1, count: 60_000), serial: 1)) == [.pauseReading])
    _ = rpc.readStream(first)
    #expect(rpc.allActions() == [])
    _ = rpc.readStream(second)
    #expect(rpc.allActions() == [.resumeReading])
  }
}
