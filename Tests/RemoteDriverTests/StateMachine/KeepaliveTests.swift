import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct KeepaliveTests {
  private func ping() throws -> [UInt8] { try message(.message, 0, program: .keepAlive, procedure: 1) }
  private func pong() throws -> [UInt8] { try message(.message, 0, program: .keepAlive, procedure: 2) }

  @Test func `a ping is answered at once and is no event`() throws {
    var rpc = RPCConnection()
    #expect(try rpc.actions(after: ping()) == [])
    #expect(try rpc.takeOutgoing() == pong())
  }

  @Test func `a flood of pings costs one answer until it has left`() throws {
    var rpc = RPCConnection()
    for _ in 0..<1000 { #expect(try rpc.actions(after: ping()) == []) }
    #expect(try rpc.takeOutgoing() == pong())
    _ = try rpc.actions(after: ping())
    #expect(try rpc.takeOutgoing() == pong())
  }

  @Test func `pongs and unknown signs of life mean nothing more`() throws {
    var rpc = RPCConnection()
    #expect(try rpc.actions(after: pong() + message(.message, 0, program: .keepAlive, procedure: 7)) == [])
    #expect(rpc.takeOutgoing().isEmpty)
  }

  @Test func `silence is met with pings after each interval and then the end`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(slowChanging)
    _ = rpc.takeOutgoing()
    rpc.startKeepalive(interval: .seconds(5), count: 2, now: .seconds(100))
    #expect(rpc.nextTick == .seconds(105))
    rpc.tick(now: .seconds(104))
    #expect(rpc.takeOutgoing().isEmpty)
    rpc.tick(now: .seconds(105))
    #expect(try rpc.takeOutgoing() == ping())
    rpc.tick(now: .seconds(110))
    #expect(try rpc.takeOutgoing() == ping())
    #expect(rpc.allActions() == [])
    rpc.tick(now: .seconds(115))
    #expect(rpc.allActions() == [.fail(id, .outcomeUnknown(.keepalive)), .closed(.keepalive)])
    #expect(RPCCloseReason.keepalive.libvirtError.message == "internal error: connection closed due to keepalive timeout")
    #expect(RPCCloseReason.keepalive.number == 2)
  }

  @Test func `anything received begins anew`() throws {
    var rpc = RPCConnection()
    rpc.startKeepalive(interval: .seconds(5), count: 1, now: .zero)
    for round in 1...50 {
      rpc.tick(now: .seconds(round * 9 - 4))
      #expect(try rpc.sent().count == 1)
      _ = try rpc.actions(after: round % 2 == 0 ? pong() : message(.message, 1), now: .seconds(round * 9))
    }
    #expect(rpc.isClosed == false)
    #expect(rpc.nextTick == .seconds(455))
  }

  @Test func `a late tick, as after a suspend, sends one ping and waits a whole interval`() throws {
    var rpc = RPCConnection()
    rpc.startKeepalive(interval: .seconds(5), count: 1, now: .zero)
    rpc.tick(now: .seconds(10_000))
    #expect(try rpc.sent().count == 1)
    rpc.tick(now: .seconds(10_004))
    #expect(rpc.isClosed == false)
    rpc.tick(now: .seconds(10_005))
    #expect(rpc.isClosed == true)
  }

  @Test func `an interval of zero turns it off`() {
    var rpc = RPCConnection()
    rpc.startKeepalive(interval: .seconds(1), count: 1, now: .zero)
    rpc.startKeepalive(interval: .zero, count: 1, now: .zero)
    #expect(rpc.nextTick == nil)
    rpc.tick(now: .seconds(1000))
    #expect(rpc.takeOutgoing().isEmpty)
  }

  @Test func `a count of zero ends the connection after one silent interval`() {
    var rpc = RPCConnection()
    rpc.startKeepalive(interval: .seconds(1), count: 0, now: .zero)
    rpc.tick(now: .seconds(1))
    #expect(rpc.allActions() == [.closed(.keepalive)])
  }
}
