import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct ClosingTests {
  @Test func `the peer's hanging up fails what is under way, each call by its effect`() throws {
    var rpc = RPCConnection()
    let ids = try [rpc.call(slowReading), rpc.call(slowChanging), rpc.call(slowChanging), rpc.call(slowChanging), rpc.call(slowChanging)]
    let abandoned = try rpc.call(RPCCallOptions(priority: .high))
    _ = rpc.takeOutgoing()
    let unsent = try rpc.call(RPCCallOptions(priority: .high, effect: .changes))
    _ = rpc.abandon(abandoned)
    rpc.receive(try message(.reply, 2))
    rpc.receiveEndOfFile()
    #expect(
      rpc.allActions() == [
        .reply(ids[2], []),
        .fail(ids[0], .connectionLost(.endOfFile)), .fail(ids[1], .outcomeUnknown(.endOfFile)),
        .fail(ids[3], .outcomeUnknown(.endOfFile)),
        // The fifth call got its place by that reply, but its bytes were never taken.
        .fail(ids[4], .connectionLost(.endOfFile)), .fail(unsent, .connectionLost(.endOfFile)), .closed(.endOfFile),
      ])
    #expect(rpc.callCount == 0)
    #expect(rpc.takeOutgoing().isEmpty)
    #expect(RPCCloseReason.endOfFile.libvirtError.message == "End of file while reading data: Input/output error")
    #expect(RPCCloseReason.endOfFile.libvirtError.code == .systemError)
    #expect(RPCCloseReason.endOfFile.number == 1)
  }

  @Test func `half a message before the end changes nothing`() throws {
    var rpc = RPCConnection()
    rpc.receive(try message(.reply, 0).prefix(10))
    rpc.receiveEndOfFile()
    #expect(rpc.allActions() == [.closed(.endOfFile)])
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `an error of the socket is given to all`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(reading)
    _ = rpc.takeOutgoing()
    let reason = RPCCloseReason.error(LibvirtError(.systemError, .rpc, "Cannot recv data: Connection reset by peer"))
    rpc.close(reason)
    #expect(rpc.allActions() == [.fail(id, .connectionLost(reason)), .closed(reason)])
    #expect(reason.number == 0)
  }

  @Test func `an orderly end waits for all answers, then says so and closes`() throws {
    var rpc = RPCConnection()
    let ids = try (0..<5).map { _ in try rpc.call(slowChanging) }
    let last = try rpc.callLast(.remote, 2)
    #expect(throws: RPCCallFailure.connectionLost(.client)) { try rpc.call(reading) }
    #expect(throws: RPCCallFailure.connectionLost(.client)) { try rpc.callLast(.remote, 2) }
    #expect(try rpc.sent().map(\.header.serial) == [0, 1, 2, 3])
    for serial in 0..<4 { _ = try rpc.actions(after: message(.reply, UInt32(serial))) }
    #expect(try rpc.sent().map(\.header.serial) == [4])
    #expect(try rpc.actions(after: message(.reply, 4)) == [.reply(ids[4], [])])
    let sent = try rpc.sent()
    #expect(sent.map(\.header.procedure) == [2])
    #expect(
      try rpc.actions(after: message(.reply, last.serial, procedure: 2)) == [.reply(last, []), .closed(.client)])
    #expect(rpc.isClosed == true)
    rpc.receiveEndOfFile()
    #expect(rpc.allActions() == [])
  }

  @Test func `an orderly end does not wait for calls that were given up`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(slowChanging)
    _ = rpc.abandon(id)
    _ = try rpc.callLast(.remote, 2)
    #expect(try rpc.sent().map(\.header.procedure) == [23, 2])
  }

  @Test func `giving up the last awaited call lets an orderly end go on`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(slowChanging)
    _ = try rpc.callLast(.remote, 2)
    _ = rpc.abandon(id)
    #expect(try rpc.sent().map(\.header.procedure) == [23, 2])
  }

  @Test(arguments: [false, true])
  func `a peer that hangs up while the end is under way is normal`(isBusy: Bool) throws {
    var rpc = RPCConnection()
    if isBusy { _ = try rpc.call(slowReading) }
    let last = try rpc.callLast(.remote, 2)
    _ = rpc.takeOutgoing()
    rpc.receiveEndOfFile()
    let actions = rpc.allActions()
    #expect(actions.suffix(2) == [.fail(last, .connectionLost(.client)), .closed(.client)])
    #expect(actions.count == (isBusy ? 3 : 2))
  }

  @Test func `closing at once tells everybody`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(slowReading)
    rpc.close(.client)
    #expect(rpc.allActions() == [.fail(id, .connectionLost(.client)), .closed(.client)])
    #expect(RPCCloseReason.client.number == 3)
  }
}
