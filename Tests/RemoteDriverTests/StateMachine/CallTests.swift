import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct CallTests {
  @Test func `calls made in one go leave in one buffer with rising serials`() throws {
    var rpc = RPCConnection()
    _ = try rpc.call(.remote, 66, [], reading)
    _ = try rpc.call(.qemu, 1, [1, 2, 3, 4], reading)
    let sent = try rpc.sent()
    #expect(sent.map(\.header.serial) == [0, 1])
    #expect(sent.map(\.header.procedure) == [66, 1])
    #expect(sent.map(\.header.program) == [.remote, .qemu])
    #expect(sent.allSatisfy { $0.header.type == .call && $0.header.status == .ok && $0.header.version == 1 })
    #expect(Array(sent[1].payload) == [1, 2, 3, 4])
    #expect(rpc.takeOutgoing().isEmpty)
  }

  @Test func `replies come in any order and cut anywhere`() throws {
    var rpc = RPCConnection()
    let ids = try (0..<3).map { _ in try rpc.call(reading) }
    let bytes = try message(.reply, 2, [2]) + message(.reply, 0, []) + message(.reply, 1, [1])
    var actions: [RPCAction] = []
    for byte in bytes { actions += rpc.actions(after: [byte]) }
    #expect(actions == [.reply(ids[2], [2]), .reply(ids[0], []), .reply(ids[1], [1])])
    #expect(rpc.callCount == 0)
    _ = rpc.takeOutgoing()
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `an error reply carries libvirt's error`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(reading)
    #expect(try rpc.actions(after: message(.reply, 0, .error, payload(noDomain))) == [.fail(id, .server(noDomain))])
  }

  @Test func `an error reply that cannot be decoded fails its call only`() throws {
    var rpc = RPCConnection()
    let ids = try [rpc.call(reading), rpc.call(reading)]
    let expected = LibvirtError(.rpc, .rpc, "Unable to decode message payload")
    #expect(try rpc.actions(after: message(.reply, 0, .error, [1])) == [.fail(ids[0], .server(expected))])
    #expect(expected.message == "Unable to decode message payload")
    #expect(try rpc.actions(after: message(.reply, 1)) == [.reply(ids[1], [])])
  }

  @Test func `events come through with their program and number`() throws {
    var rpc = RPCConnection()
    let bytes = try message(.message, 1, procedure: 318, [0, 0, 0, 5]) + message(.message, 0, program: .qemu, procedure: 6)
    #expect(
      rpc.actions(after: bytes) == [
        .event(.remote, number: 318, payload: [0, 0, 0, 5]), .event(.qemu, number: 6, payload: []),
      ])
  }

  @Test func `an event may come before the reply of its call`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(reading)
    let bytes = try message(.message, 1, procedure: 318) + message(.reply, 0)
    #expect(rpc.actions(after: bytes) == [.event(.remote, number: 318, payload: []), .reply(id, [])])
  }

  @Test func `descriptors are taken where they are asked for`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(RPCCallOptions(priority: .high, acceptsDescriptors: true))
    let other = try rpc.call(reading)
    let bytes = try message(.replyWithFDs, 0, [0, 0, 0, 2, 9, 9, 9, 9]) + [0, 0] + message(.reply, 1)
    #expect(rpc.actions(after: bytes) == [.replyWithDescriptors(id, count: 2, [9, 9, 9, 9]), .reply(other, [])])
  }

  @Test func `twenty thousand calls of high priority are pipelined`() throws {
    var rpc = RPCConnection()
    for serial in 0..<20_000 {
      #expect(try rpc.call(.remote, 212, Array(repeating: 0, count: 40), reading).serial == UInt32(serial))
    }
    #expect(rpc.callCount == 20_000)
    #expect(try rpc.sent().count == 20_000)
    let replies = try (0..<20_000).flatMap { try message(.reply, UInt32(19_999 - $0), procedure: 212, [0, 0, 0, 1, 0, 0, 0, 1]) }
    var answered = 0
    for start in Swift.stride(from: 0, to: replies.count, by: 65_536) {
      rpc.receive(replies[start..<min(start + 65_536, replies.count)])
      while case .reply? = rpc.nextAction() { answered += 1 }
    }
    #expect(answered == 20_000)
    #expect(rpc.callCount == 0)
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `a payload that is too long is refused`() throws {
    var rpc = RPCConnection()
    let failure = RPCCallFailure.refused(LibvirtError(.rpc, .rpc, "Unable to encode message payload"))
    #expect(throws: failure) {
      try rpc.call(.remote, 1, Array(repeating: 0, count: MessageLimits.payload + 1), reading)
    }
    #expect(rpc.takeOutgoing().isEmpty)
  }

  @Test func `the caps on waiting calls and bytes refuse and then recover`() throws {
    var limits = RPCLimits()
    limits.calls = 3
    limits.queuedBytes = 1000
    var rpc = RPCConnection(limits: limits)
    _ = try rpc.call(.remote, 23, Array(repeating: 0, count: 900), reading)
    #expect(throws: RPCCallFailure.self) { try rpc.call(.remote, 23, Array(repeating: 0, count: 100), reading) }
    _ = rpc.takeOutgoing()
    _ = try rpc.call(.remote, 23, Array(repeating: 0, count: 100), reading)
    _ = try rpc.call(reading)
    let error = #expect(throws: RPCCallFailure.self) { try rpc.call(reading) }
    #expect(error?.libvirtError.message == "3 calls are under way or waiting on this connection, more are not taken")
    _ = try rpc.actions(after: message(.reply, 0))
    #expect(try rpc.call(reading).serial == 3)
  }
}
