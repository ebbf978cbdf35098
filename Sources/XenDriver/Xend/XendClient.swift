import LibvirtProtocol
import NIOCore
import Sockets

/// Talks to one xend, over a new connection for every request: xend closes each after its answer.
struct XendClient: Sendable {
  /// Where it listens.
  let address: XendAddress
  /// How long connecting, and a request that is not long, may take; nil for without bound.
  let quickLimit: Duration?

  /// How long xend waits for the scripts that connect devices before it gives them up.
  static let hotplugTime = Duration.seconds(100)

  /// A client, which has not connected yet.
  init(_ address: XendAddress, quickLimit: Duration?) {
    self.address = address
    self.quickLimit = quickLimit
  }

  /// Sends a request and waits for xend's answer. When the task is cancelled the connection is closed at once.
  ///
  /// Throws `LibvirtError` where xend could not be reached, refused, or said what makes no sense; ``XendSilence`` where no whole answer
  /// came; `CancellationError`.
  func send(_ request: XendRequest) async throws -> XendAnswer {
    try request.checkSize()
    let deadline = quickLimit.map { ContinuousClock.now + $0 + (request.waitsForDevices ? Self.hotplugTime : .zero) }
    let channel = try await address.connect(by: deadline)
    guard !Task.isCancelled else {
      channel.close(promise: nil)
      throw CancellationError()
    }
    let reply = channel.eventLoop.makePromise(of: XendReply.self)
    channel.eventLoop.execute {
      guard channel.isActive else { return reply.fail(XendSilence(afterSending: false, reason: "xend closed the connection at once")) }
      do {
        let answerBy = request.isLong ? nil : deadline.map { NIODeadline($0) }
        try XendExchange.add(to: channel.pipeline.syncOperations, request, deadline: answerBy, reply)
        channel.setOption(.autoRead, value: true).cascadeFailure(to: reply)
      } catch {
        reply.fail(error)
        channel.close(promise: nil)
      }
    }
    return try await withTaskCancellationHandler {
      try await reply.futureResult.get()
    } onCancel: {
      reply.fail(CancellationError())
      channel.close(promise: nil)
    }.answer(to: request)
  }
}
