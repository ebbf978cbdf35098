import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct FlowControlTests {
  @Test func `four calls of low priority are under way, the others wait in order`() throws {
    var rpc = RPCConnection()
    for _ in 0..<7 { _ = try rpc.call(slowChanging) }
    let quick = try rpc.call(reading)
    #expect(try rpc.sent().map(\.header.serial) == [0, 1, 2, 3, quick.serial])
    #expect(rpc.callCount == 8)
    _ = try rpc.actions(after: message(.reply, 2))
    #expect(try rpc.sent().map(\.header.serial) == [4])
    _ = try rpc.actions(after: message(.reply, 0, .error, payload(noDomain)) + message(.reply, 4))
    #expect(try rpc.sent().map(\.header.serial) == [5, 6])
  }

  @Test func `a batch of short calls may open the window wider`() throws {
    var rpc = RPCConnection()
    let short = RPCCallOptions(priority: .low, effect: .reads, window: 16)
    for _ in 0..<20 { _ = try rpc.call(short) }
    _ = try rpc.call(slowReading)
    #expect(try rpc.sent().count == 16)
    for serial in 0..<13 { _ = try rpc.actions(after: message(.reply, UInt32(serial))) }
    // Seven are under way: the last short ones have left, the long one waits until fewer than four are.
    #expect(try rpc.sent().map(\.header.serial) == [16, 17, 18, 19])
    for serial in 13..<17 { _ = try rpc.actions(after: message(.reply, UInt32(serial))) }
    #expect(try rpc.sent().map(\.header.serial) == [20])
  }

  @Test func `a call given up keeps its place and its late reply is swallowed`() throws {
    var rpc = RPCConnection()
    for _ in 0..<5 { _ = try rpc.call(slowChanging) }
    _ = rpc.takeOutgoing()
    #expect(rpc.abandon(RPCCallID(serial: 1)) == .underWay)
    #expect(rpc.abandon(RPCCallID(serial: 1)) == .unknown)
    #expect(rpc.takeOutgoing().isEmpty)
    #expect(try rpc.actions(after: message(.reply, 1, .error, payload(noDomain))) == [])
    #expect(try rpc.sent().map(\.header.serial) == [4])
    #expect(rpc.abandon(RPCCallID(serial: 1)) == .unknown)
  }

  @Test func `a waiting call that is given up was never sent`() throws {
    var rpc = RPCConnection()
    for _ in 0..<6 { _ = try rpc.call(slowChanging) }
    #expect(rpc.abandon(RPCCallID(serial: 4)) == .neverSent)
    _ = try rpc.actions(after: message(.reply, 0))
    #expect(try rpc.sent().map(\.header.serial) == [0, 1, 2, 3, 5])
  }

  @Test func `when calls given up hold all places a new one fails at once and says so`() throws {
    var rpc = RPCConnection()
    let ids = try (0..<6).map { _ in try rpc.call(slowChanging) }
    for id in ids[0..<4] { #expect(rpc.abandon(id) == .underWay) }
    let error = #expect(throws: RPCCallFailure.self) { try rpc.call(slowReading) }
    #expect(error?.libvirtError.code == .resourceBusy)
    #expect(
      error?.libvirtError.message.contains("4 calls that were given up are still running at the server") == true)
    // Those that waited would wait for nothing.
    #expect(rpc.allActions() == ids[4...].map { .fail($0, error ?? .connectionLost(.client)) })
    #expect(try rpc.call(reading).serial == 6)
    _ = try rpc.actions(after: message(.reply, 3))
    _ = rpc.takeOutgoing()
    _ = try rpc.call(slowReading)
    #expect(try rpc.sent().map(\.header.serial) == [7])
  }

  @Test func `short calls of a batch that was given up only make others wait`() throws {
    var rpc = RPCConnection()
    let short = RPCCallOptions(priority: .low, effect: .reads, window: 16)
    let ids = try (0..<16).map { _ in try rpc.call(short) }
    for id in ids { _ = rpc.abandon(id) }
    let next = try rpc.call(slowReading)
    #expect(try rpc.sent().count == 16)
    for id in ids { #expect(try rpc.actions(after: message(.reply, id.serial)) == []) }
    #expect(try rpc.sent().map(\.header.serial) == [next.serial])
  }

  @Test func `a thousand calls given up and answered late leave nothing behind`() throws {
    var rpc = RPCConnection()
    let ids = try (0..<1000).map { _ in try rpc.call(reading) }
    for id in ids { #expect(rpc.abandon(id) == .underWay) }
    #expect(rpc.callCount == 1000)
    for id in ids.shuffled() { #expect(try rpc.actions(after: message(.reply, id.serial, [1, 2])) == []) }
    _ = rpc.takeOutgoing()
    #expect(rpc.callCount == 0)
    #expect(rpc.streamCount == 0)
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `waiting calls that come and go leave nothing behind`() throws {
    var rpc = RPCConnection()
    for _ in 0..<4 { _ = try rpc.call(slowReading) }
    _ = rpc.takeOutgoing()
    for _ in 0..<5000 {
      let id = try rpc.call(.remote, 23, [0, 0, 0, 0], slowReading)
      #expect(rpc.abandon(id) == .neverSent)
    }
    #expect(rpc.callCount == 4)
    #expect(rpc.bufferedBytes == 0)
  }
}
