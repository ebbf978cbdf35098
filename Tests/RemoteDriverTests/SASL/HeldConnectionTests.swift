import LibvirtProtocol
import Testing

@testable import RemoteDriver

/// Behind the reply that completes SASL the bytes may mean something else; they are kept until that is known.
@Suite struct HeldConnectionTests {
  private static let options = RPCCallOptions(Remote.authSaslStep)

  private func message(_ serial: UInt32, _ status: MessageStatus = .ok) -> [UInt8] {
    var bytes: [UInt8] = []
    let header = MessageHeader(
      program: .remote, procedure: Remote.authSaslStep.number, type: .reply, serial: serial, status: status)
    try? FrameWriter.append(header, [1, 2, 3, 4], to: &bytes)
    return bytes
  }

  @Test func whatFollowsIsKept() throws {
    var connection = RPCConnection()
    let id = try connection.call(.remote, Remote.authSaslStep.number, [], Self.options)
    let following: [UInt8] = [0, 0, 0, 1, 0xff, 0xee]
    connection.receive(message(id.serial) + following)
    guard case .reply(id, _) = connection.nextAction() else { return #expect(Bool(false), "no reply") }
    #expect(connection.nextAction() == .pauseReading)
    #expect(connection.nextAction() == nil)
    connection.receive([0xdd])
    #expect(connection.nextAction() == nil)
    #expect(connection.release() == following + [0xdd])
    #expect(connection.nextAction() == .resumeReading)
    #expect(connection.nextAction() == nil)
    #expect(connection.bufferedBytes == connection.takeOutgoing().count)
    #expect(connection.release() == [])
  }

  @Test func aRefusalHoldsNothing() throws {
    var connection = RPCConnection()
    let id = try connection.call(.remote, Remote.authSaslStep.number, [], Self.options)
    connection.receive(message(id.serial, .error) + [0, 0, 0, 1])
    guard case .fail(id, _) = connection.nextAction() else { return #expect(Bool(false), "no failure") }
    guard case .closed = connection.nextAction() else { return #expect(Bool(false), "read on") }
  }

  @Test func aHeldConnectionCanEnd() throws {
    var connection = RPCConnection()
    let id = try connection.call(.remote, Remote.authSaslStart.number, [], RPCCallOptions(Remote.authSaslStart))
    var header = MessageHeader(program: .remote, procedure: Remote.authSaslStart.number, type: .reply, serial: id.serial)
    header.status = .ok
    var bytes: [UInt8] = []
    try FrameWriter.append(header, [], to: &bytes)
    connection.receive(bytes)
    _ = connection.nextAction()
    _ = connection.nextAction()
    connection.close(.client)
    #expect(connection.nextAction() == .closed(.client))
    #expect(connection.release() == [])
  }
}
