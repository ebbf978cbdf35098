import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

/// Streams with a scripted server; a real daemon's are in the live tests.
@Suite(.timeLimit(.minutes(20))) struct DriverStreamTests {
  private static let domain = DomainRef(name: "guest", uuid: UUID(high: 1, low: 2), id: 3)

  private static func data(_ header: MessageHeader, _ bytes: [UInt8], _ status: MessageStatus = .continue) -> ScriptedServer.Line {
    .send(ScriptedServer.message(header, type: .stream, status: status, bytes))
  }

  /// A stream whose packets are answered by `answer`; `opened` is what the server sends behind the good reply.
  private static func withStream(
    opened: @escaping @Sendable (MessageHeader) -> [ScriptedServer.Line] = { _ in [] },
    answer: @escaping @Sendable (Frame) -> [ScriptedServer.Line] = { _ in [] },
    _ body: (any DriverStream, RemoteDriver) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("stream")) { number, frame in
      if frame.header.type == .stream || frame.header.type == .streamHole { return answer(frame) }
      guard frame.header.procedure == Remote.domainScreenshot.number else { return Script.opening(number, frame) }
      let mime = (try? String?.some("image/png").encoded()) ?? []
      return [.send(ScriptedServer.message(frame.header, mime))] + opened(frame.header)
    }
    let driver = try await DriverFixture.open(server.path, keepalive: KeepaliveSettings(interval: 0))
    try await body(try await driver.open(StreamRequest(Remote.domainScreenshot, domain, 0, 0)), driver)
    driver.link.perform { $0.drop(.client) }
    await server.stop()
    folder.remove("stream")
  }

  @Test func readsUntilTheEndAndFinishes() async throws {
    let sizes = [1, 70_000, 262_120, 24]
    try await Self.withStream(
      opened: { header in sizes.map { Self.data(header, [UInt8](repeating: 7, count: $0)) } + [Self.data(header, [])] },
      answer: { $0.header.status == .ok ? [Self.data($0.header, [], .ok)] : [] }
    ) { stream, driver in
      var count = 0
      while let piece = try await stream.read() {
        guard case .data(let bytes) = piece else { continue }
        #expect(bytes.allSatisfy { $0 == 7 })
        count += bytes.count
      }
      #expect(count == sizes.reduce(0, +))
      try await stream.finish()
      #expect(await driver.leftovers().streams == 1)
      let error = await thrown { try await stream.write([1]) } as? LibvirtError
      #expect(error?.message == "Requested operation is not valid: stream is not open")
    }
  }

  @Test func serversErrorIsThrown() async throws {
    let failure = LibvirtError(.operationFailed, .qemu, "disk is gone")
    try await Self.withStream(opened: { [Self.data($0, (try? NetMessageError(failure).encoded()) ?? [], .error)] }) { stream, _ in
      let error = await thrown { _ = try await stream.read() } as? LibvirtError
      #expect(error?.message == "operation failed: disk is gone")
      #expect(await thrown { try await stream.finish() } as? LibvirtError == error)
    }
  }

  @Test func echoComesBack() async throws {
    try await Self.withStream(answer: { $0.header.status == .continue ? [Self.data($0.header, Array($0.payload))] : [] }) { stream, _ in
      for count in [1, 1000, 300_000] {
        try await stream.write([UInt8](repeating: 9, count: count))
        var back = 0
        while back < count, case .data(let bytes)? = try await stream.read() { back += bytes.count }
        #expect(back == count)
      }
      let error = await thrown { try await stream.writeHole(5) } as? LibvirtError
      #expect(error?.code == .operationInvalid)
    }
  }

  @Test func hangingUpEndsAllWhoWait() async throws {
    try await Self.withStream(answer: { _ in [.hangUp] }) { stream, driver in
      let reading = Task { try await stream.read() }
      try await stream.write([1])
      let error = await thrown { _ = try await reading.value } as? LibvirtError
      #expect(error?.message == "End of file while reading data: Input/output error")
      #expect(await driver.closure.wait() == .endOfFile)
    }
  }

  @Test func cancelledReadLosesNothing() async throws {
    try await Self.withStream(answer: { [Self.data($0.header, Array($0.payload))] }) { stream, driver in
      let reading = Task { try await stream.read() }
      while await !driver.isBeingRead() { try await Task.sleep(for: .milliseconds(5)) }
      reading.cancel()
      await #expect(throws: CancellationError.self) { try await reading.value }
      try await stream.write([5, 6])
      while await driver.leftovers().bytes == 0 { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await stream.read() == .data([5, 6]))
    }
  }

  @Test func secondReaderIsRefused() async throws {
    try await Self.withStream(answer: { [Self.data($0.header, Array($0.payload))] }) { stream, driver in
      let first = Task { try await stream.read() }
      while await !driver.isBeingRead() { try await Task.sleep(for: .milliseconds(5)) }
      let error = await thrown { _ = try await stream.read() } as? LibvirtError
      #expect(error?.message == "Requested operation is not valid: the stream is being read already")
      try await stream.write([1])
      #expect(try await first.value == .data([1]))
    }
  }

  @Test func abortEndsTheStream() async throws {
    try await Self.withStream(answer: { $0.header.status == .error ? [Self.data($0.header, [], .ok)] : [] }) { stream, driver in
      await stream.abort()
      let error = await thrown { _ = try await stream.read() } as? LibvirtError
      #expect(error?.message == "Requested operation is not valid: stream is not open")
      while await driver.leftovers().streams > 1 { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  @Test func refusedCallOpensNothing() async throws {
    try await DriverFixture.withDriver { driver, _ in
      let request = try StreamRequest(Remote.domainScreenshot, Self.domain, 0, 0)
      let error = await thrown { _ = try await driver.open(request) } as? LibvirtError
      #expect(error?.code == .noSupport)
      #expect(try await Patience.waits { await driver.leftovers() == (0, 0, 0) })
    }
  }
}
