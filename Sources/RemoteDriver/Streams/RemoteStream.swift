import Drivers
import LibvirtProtocol
import Synchronization
import XDR

/// A stream of a remote connection. What nobody reads stays in the socket, up to a bound, and stalls the connection.
final class RemoteStream: DriverStream {
  private let driver: RemoteDriver
  private let id: RPCCallID
  private let request: StreamRequest
  private let lastTicket = Atomic<UInt64>(0)
  private let end = Mutex<RPCStreamEnd?>(nil)

  private init(_ driver: RemoteDriver, _ id: RPCCallID, _ request: StreamRequest) {
    self.driver = driver
    self.id = id
    self.request = request
  }

  deinit { driver.link.perform { [id] in $0.release(id) } }

  /// Makes the call that opens the stream.
  static func open(_ request: StreamRequest, on driver: RemoteDriver) async throws -> RemoteStream {
    let description = CallDescription(name: request.name, effect: request.effect, token: driver.link.makeToken())
    let reply = PendingReply<RPCCallID>(description, from: driver.link)
    let options = RPCCallOptions(effect: request.effect, opensStream: true, isSparse: request.isSparse)
    let call = OutgoingCall(
      token: description.token, program: request.program, number: request.number, payload: request.payload, options: options
    ) { answer in
      reply.settle(answer.map(\.id).mapError { $0.error(of: description) })
    }
    driver.link.submit([.call(call)])
    return RemoteStream(driver, try await reply.value, request)
  }

  func read() async throws -> StreamPiece? {
    switch try await wait({ [id] in $0.read(id, ticket: $1, $2) }) {
    case .data(let bytes): return .data(bytes)
    case .hole(let length): return .hole(length)
    case .end: return nil
    case .wait, .closed:
      let end = await ended()
      if case .finished = end { return nil }
      throw StreamFailure.error(end)
    }
  }

  func write(_ bytes: [UInt8]) async throws { try await write(.data(bytes)) }

  func writeHole(_ length: Int64) async throws {
    guard request.isSparse else {
      throw LibvirtError(.operationInvalid, .remote, "the stream was not opened for sparse content")
    }
    try await write(.hole(length))
  }

  func finish() async throws {
    _ = try await wait { [id] in $0.finish(id, ticket: $1, $2) }
    let end = await ended()
    switch end {
    case .finished: return
    case .lost(let reason) where request.effect == .changes:
      throw OutcomeUnknown(procedure: request.name, reason: reason.libvirtError.message)
    default: throw StreamFailure.error(end)
    }
  }

  func abort() async {
    driver.link.perform { [id] in $0.abort(id) }
    _ = try? await wait { [id] in $0.waitForEnd(of: id, ticket: $1, $2) }
  }

  private func write(_ piece: RPCStreamRead) async throws {
    if case .closed = try await wait({ [id] in $0.write(id, piece, ticket: $1, $2) }) {
      throw StreamFailure.error(await ended())
    }
  }

  private func ended() async -> RPCStreamEnd? {
    await withCheckedContinuation { continuation in
      driver.link.perform { [id] in continuation.resume(returning: $0.end(of: id)) }
    }
  }

  /// Asks for something on the event loop and waits; a cancelled task stops waiting at once.
  private func wait(
    _ body: @escaping @Sendable (RPCChannelHandler, UInt64, StreamOwner.Waiter) -> Void
  ) async throws -> RPCStreamRead {
    try Task.checkCancellation()
    let ticket = lastTicket.add(1, ordering: .relaxed).newValue
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        driver.link.perform { body($0, ticket, waiter) }
        // A cancel that came before this wait began found nothing to end.
        if Task.isCancelled { cancel(ticket) }
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  private func cancel(_ ticket: UInt64) {
    driver.link.perform { [id] in $0.streams[id.serial]?.cancel(ticket) }
  }
}

extension StreamRequest {
  /// Whether the stream may carry holes: the flags of volume transfers, their last word, say so.
  fileprivate var isSparse: Bool {
    let transfers = [Remote.storageVolUpload.number, Remote.storageVolDownload.number]
    guard program == .remote, transfers.contains(number), let last = payload.last else { return false }
    return last & 1 != 0
  }
}
