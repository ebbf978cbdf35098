import LibvirtProtocol
import RemoteDriver
import Testing

/// Replies to call 0, remote procedure 23, that break the protocol, and what libvirt 9.0.0 said to each.
private let violations: [(String, [UInt8], String)] = [
  ("unknown serial", rawMessage([0x2000_8086, 1, 23, 1, 77, 0]), "no call waiting for reply with prog 536903814 vers 1 serial 77"),
  ("wrong program", rawMessage([0x2000_8087, 1, 23, 1, 0, 0]), "no call waiting for reply with prog 536903815 vers 1 serial 0"),
  ("wrong version", rawMessage([0x2000_8086, 2, 23, 1, 0, 0]), "no call waiting for reply with prog 536903814 vers 2 serial 0"),
  ("wrong procedure", rawMessage([0x2000_8086, 1, 24, 1, 0, 0]), "internal error: Unexpected message proc 24 != 23"),
  ("unknown type", rawMessage([0x2000_8086, 1, 23, 9, 0, 0]), "got unexpected RPC call prog 536903814 vers 1 proc 23 type 9"),
  ("a call", rawMessage([0x2000_8086, 1, 23, 0, 0, 0]), "got unexpected RPC call prog 536903814 vers 1 proc 23 type 0"),
  ("unknown status", rawMessage([0x2000_8086, 1, 23, 1, 0, 7]), "Unexpected message status 7"),
  ("status continue", rawMessage([0x2000_8086, 1, 23, 1, 0, 2]), "Unexpected message status 2"),
  (
    "descriptors", rawMessage([0x2000_8086, 1, 23, 5, 0, 0], [0, 0, 0, 0]), "got unexpected RPC call prog 536903814 vers 1 proc 23 type 5"
  ),
  ("too short", rawMessage([1], length: 3), "packet 3 bytes received from server too small, want 4"),
  ("no header", rawMessage([1, 2, 3, 4, 5, 6], length: 27), "Unable to decode message header"),
  ("too long", rawMessage([1], length: 33_554_437), "packet 33554433 bytes received from server too large, want 33554432"),
  ("two gigabytes", rawMessage([1], length: 0x7fff_ffff), "packet 2147483643 bytes received from server too large, want 33554432"),
  ("program number", rawMessage([1], length: 0x2000_8086), "packet 536903810 bytes received from server too large, want 33554432"),
]

@Suite struct ViolationTests {
  @Test(arguments: violations)
  func `what breaks the protocol ends the connection in libvirt's words`(name: String, bytes: [UInt8], text: String) throws {
    var rpc = RPCConnection()
    let ids = try [rpc.call(reading), rpc.call(slowChanging), rpc.call(slowReading)]
    _ = rpc.takeOutgoing()
    let actions = rpc.actions(after: bytes)
    guard case .closed(let reason) = actions.last else {
      Issue.record("not closed")
      return
    }
    guard case .protocolViolation = reason else {
      Issue.record("closed for another reason")
      return
    }
    #expect(reason.libvirtError.message == text)
    #expect(reason.libvirtError.domain == .rpc)
    #expect(reason.number == 0)
    #expect(
      actions.dropLast() == [
        .fail(ids[0], .connectionLost(reason)), .fail(ids[1], .outcomeUnknown(reason)), .fail(ids[2], .connectionLost(reason)),
      ])
    #expect(rpc.isClosed == true)
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `nothing is taken in after the end`() throws {
    var rpc = RPCConnection()
    _ = rpc.actions(after: rawMessage([1], length: 3))
    #expect(try rpc.actions(after: message(.message, 1)) == [])
    rpc.tick(now: .seconds(100))
    rpc.receiveEndOfFile()
    rpc.close(.client)
    #expect(rpc.allActions() == [])
    #expect(rpc.nextTick == nil)
    let failure = #expect(throws: RPCCallFailure.self) { try rpc.call(reading) }
    #expect(failure?.libvirtError.message == "internal error: client socket is closed")
  }

  @Test func `a second reply to one call is to a serial that is not under way`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(reading)
    let actions = try rpc.actions(after: message(.reply, 0) + message(.reply, 0))
    #expect(actions.first == .reply(id, []))
    #expect(rpc.isClosed == true)
  }
}
