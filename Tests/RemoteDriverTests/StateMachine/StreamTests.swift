import LibvirtProtocol
import RemoteDriver
import Testing

let streaming = RPCCallOptions(priority: .low, effect: .changes, opensStream: true)
let sparseStreaming = RPCCallOptions(priority: .low, effect: .changes, opensStream: true, isSparse: true)

/// A packet of stream 0 from the server.
func packet(_ status: MessageStatus, _ payload: [UInt8] = [], serial: UInt32 = 0) throws -> [UInt8] {
  try message(.stream, serial, status, payload)
}

/// Opens stream 0, or the next, and forgets the messages of it.
func open(_ rpc: inout RPCConnection, _ options: RPCCallOptions = streaming) throws -> RPCCallID {
  let id = try rpc.call(options)
  #expect(try rpc.actions(after: message(.reply, id.serial)) == [.reply(id, [])])
  _ = rpc.takeOutgoing()
  return id
}

@Suite struct StreamTests {
  @Test func `a download is read to its end and finished`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    #expect(rpc.readStream(id) == .wait)
    #expect(try rpc.actions(after: packet(.continue, [1, 2, 3])) == [.streamReadable(id)])
    #expect(try rpc.actions(after: packet(.continue, [4])) == [])
    #expect(rpc.readStream(id) == .data([1, 2, 3, 4]))
    #expect(rpc.readStream(id) == .wait)
    #expect(try rpc.actions(after: packet(.continue)) == [.streamReadable(id)])
    #expect(rpc.readStream(id) == .end)
    #expect(rpc.readStream(id) == .end)
    #expect(rpc.finishStream(id) == true)
    let sent = try rpc.sent()
    #expect(sent.map(\.header) == [MessageHeader(program: .remote, procedure: 23, type: .stream, serial: 0)])
    #expect(sent[0].payload.isEmpty)
    #expect(try rpc.actions(after: packet(.ok)) == [.streamClosed(id, .finished)])
    #expect(rpc.readStream(id) == .closed)
    #expect(rpc.streamCount == 0)
    #expect(rpc.bufferedBytes == 0)
  }

  @Test func `an upload goes out in packets that any server takes`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    let content = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(rpc.writeStream(id, content) == true)
    #expect(rpc.writeStream(id, []) == true)
    let sent = try rpc.sent()
    #expect(sent.map(\.payload.count) == [262_120, 262_120, 75_760])
    #expect(sent.flatMap(\.payload) == content)
    #expect(sent.allSatisfy { $0.header.type == .stream && $0.header.status == .continue && $0.header.serial == 0 })
  }

  @Test func `both directions work on one stream`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    _ = try rpc.actions(after: packet(.continue, Array("login: ".utf8)))
    #expect(rpc.writeStream(id, Array("root\n".utf8)) == true)
    #expect(rpc.readStream(id) == .data(Array("login: ".utf8)))
    #expect(try rpc.sent().map { Array($0.payload) } == [Array("root\n".utf8)])
  }

  @Test func `abort is sent with status error and confirmed, packets on their way are dropped`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    _ = try rpc.actions(after: packet(.continue, [1]))
    #expect(rpc.abortStream(id) == true)
    #expect(rpc.abortStream(id) == false)
    #expect(try rpc.sent().map(\.header.status) == [.error])
    #expect(rpc.bufferedBytes == 0)
    #expect(try rpc.actions(after: packet(.continue, [2]) + packet(.ok)) == [.streamClosed(id, .aborted)])
    #expect(try rpc.actions(after: packet(.continue, [3]) + packet(.ok) + packet(.error, [1])) == [])
    #expect(rpc.streamCount == 0)
  }

  @Test func `a stream that is finishing can still be aborted`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    #expect(rpc.finishStream(id) == true)
    #expect(rpc.finishStream(id) == false)
    #expect(rpc.writeStream(id, [1]) == false)
    #expect(rpc.abortStream(id) == true)
    #expect(try rpc.sent().map(\.header.status) == [.ok, .error])
    #expect(try rpc.actions(after: packet(.ok)) == [.streamClosed(id, .aborted)])
  }

  @Test(arguments: [MessageType.stream, .reply])
  func `the server's failure ends the stream, as a packet or as a reply to a hole`(type: MessageType) throws {
    var rpc = RPCConnection()
    let id = try open(&rpc, sparseStreaming)
    _ = try rpc.actions(after: packet(.continue, [1]))
    #expect(rpc.writeStreamHole(id, length: 5) == true)
    #expect(try rpc.actions(after: message(type, 0, .error, payload(noDomain))) == [.streamClosed(id, .failed(noDomain))])
    #expect(rpc.writeStream(id, [1]) == false)
    #expect(rpc.readStream(id) == .closed)
    #expect(rpc.streamCount == 0)
    #expect(rpc.isClosed == false)
  }

  @Test func `the server's failure while finishing is the answer`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    _ = rpc.finishStream(id)
    #expect(try rpc.actions(after: packet(.error, payload(noDomain))) == [.streamClosed(id, .failed(noDomain))])
  }

  @Test func `holes go both ways`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc, sparseStreaming)
    let hole: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    let bytes = try packet(.continue, [7]) + message(.streamHole, 0, .continue, hole) + packet(.continue, [8]) + packet(.continue)
    _ = rpc.actions(after: bytes)
    #expect(rpc.readStream(id) == .data([7]))
    #expect(rpc.readStream(id) == .hole(1 << 32))
    #expect(rpc.readStream(id) == .data([8]))
    #expect(rpc.readStream(id) == .end)
    #expect(rpc.writeStreamHole(id, length: 1 << 32) == true)
    #expect(rpc.writeStreamHole(id, length: -1) == false)
    let sent = try rpc.sent()
    #expect(sent.map(\.header.type) == [.streamHole])
    #expect(sent.map(\.header.status) == [.continue])
    #expect(Array(sent[0].payload) == hole)
  }

  @Test(
    arguments: [
      (false, [0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0], MessageStatus.continue), (true, [0xff, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0], .continue),
      (true, [0, 0, 0, 0], .continue), (true, [0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0], .error),
    ] as [(Bool, [UInt8], MessageStatus)])
  func `a hole where none may be ends the connection`(isSparse: Bool, hole: [UInt8], status: MessageStatus) throws {
    var rpc = RPCConnection()
    let id = try open(&rpc, isSparse ? sparseStreaming : streaming)
    #expect(rpc.writeStreamHole(id, length: 5) == isSparse)
    _ = try rpc.actions(after: message(.streamHole, 0, status, hole))
    #expect(rpc.isClosed == true)
  }

  @Test func `holes that would overflow stay apart`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc, sparseStreaming)
    let hole: [UInt8] = [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]
    _ = try rpc.actions(after: message(.streamHole, 0, .continue, hole) + message(.streamHole, 0, .continue, hole))
    #expect(rpc.readStream(id) == .hole(.max))
    #expect(rpc.readStream(id) == .hole(.max))
  }

  @Test func `packets of unknown streams and of other procedures are ignored`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    let bytes =
      try packet(.continue, [1], serial: 9) + message(.stream, 0, .continue, procedure: 24, [1])
      + message(.stream, 0, .continue, program: .qemu, [1]) + message(.streamHole, 5, .continue, [1])
    #expect(rpc.actions(after: bytes) == [])
    #expect(rpc.readStream(id) == .wait)
  }

  @Test func `an error reply opens no stream`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(streaming)
    #expect(rpc.writeStream(id, [1]) == false)
    #expect(rpc.finishStream(id) == false)
    #expect(try rpc.actions(after: message(.reply, 0, .error, payload(noDomain))) == [.fail(id, .server(noDomain))])
    #expect(rpc.streamCount == 0)
    #expect(rpc.readStream(id) == .closed)
  }

  @Test func `a peer that finishes unasked has ended its data`() throws {
    var rpc = RPCConnection()
    let id = try open(&rpc)
    _ = try rpc.actions(after: packet(.continue, [1]) + packet(.ok))
    #expect(rpc.readStream(id) == .data([1]))
    #expect(rpc.readStream(id) == .end)
    #expect(rpc.finishStream(id) == true)
    #expect(rpc.allActions() == [.streamClosed(id, .finished)])
    #expect(rpc.takeOutgoing().isEmpty)
  }

  @Test func `a stream whose call was given up is aborted when it opens`() throws {
    var rpc = RPCConnection()
    let id = try rpc.call(streaming)
    _ = rpc.takeOutgoing()
    #expect(rpc.abandon(id) == .underWay)
    #expect(try rpc.actions(after: packet(.continue, [1]) + message(.reply, 0)) == [])
    #expect(try rpc.sent().map(\.header.status) == [.error])
    #expect(try rpc.actions(after: packet(.continue, [1]) + packet(.ok)) == [])
    #expect(rpc.streamCount == 0)
    #expect(rpc.callCount == 0)
  }

  @Test func `the end of the connection is the end of its streams`() throws {
    var rpc = RPCConnection()
    let first = try open(&rpc)
    let second = try rpc.call(streaming)
    _ = rpc.takeOutgoing()
    _ = try rpc.actions(after: packet(.continue, [1]))
    rpc.receiveEndOfFile()
    #expect(
      rpc.allActions() == [
        .fail(second, .outcomeUnknown(.endOfFile)), .streamClosed(first, .lost(.endOfFile)), .closed(.endOfFile),
      ])
    #expect(rpc.streamCount == 0)
  }
}
