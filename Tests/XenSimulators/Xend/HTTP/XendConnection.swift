import Glibc
import NIOCore

/// A connection to xend: by default for one request.
struct XendConnection {
  private let client: XendSimulator.Client
  private let host: XendHost

  init(_ client: XendSimulator.Client, _ host: XendHost) {
    self.client = client
    self.host = host
  }

  /// What comes after a request.
  private enum Then {
    case next, hangUp, reset, hang
  }

  /// Answers until the connection ends.
  func serve() async {
    try? await client.executeThenClose { inbound, _ in
      var reader = HTTPRequestReader()
      var chunks = inbound.makeAsyncIterator()
      while let buffer = try await chunks.next() {
        reader.append(buffer.readableBytesView)
        while let then = try await answerNext(&reader) {
          switch then {
          case .next: continue
          case .hangUp: return
          case .reset: return try await prepareReset()
          case .hang:
            while (try? await chunks.next()) != nil {}
            return await host.ended()
          }
        }
      }
    }
  }

  /// Answers the next request, if it is complete.
  private func answerNext(_ reader: inout HTTPRequestReader) async throws -> Then? {
    switch reader.next() {
    case .incomplete: return nil
    case .refused(let reply, let bytes):
      await host.began(nil, bytes)
      let answer = await host.ended(reply, for: nil)
      try await write(answer)
      return reply.status == HTTPReply.tooLong.status ? .reset : .hangUp
    case .request(let request, let bytes):
      await host.began(request, bytes)
      return try await answer(request)
    }
  }

  private func answer(_ request: HTTPRequest) async throws -> Then {
    var fault = await host.takeFault(for: request)
    if case .delay(let time) = fault?.effect {
      try await Task.sleep(for: time)
      fault = nil
    }
    if let fault, !fault.isCarriedOut { return try await show(fault.effect) }
    guard let reply = await host.reply(to: request) else { return .hang }
    if let fault { return try await show(fault.effect) }
    // It has its answer before it can be read: the client's next request does not find it open.
    let bytes = await host.ended(reply, for: request)
    try await write(bytes)
    return request.keepsAlive ? .next : .hangUp
  }

  /// The effect of a fault in the place of an answer.
  private func show(_ effect: XendFault.Effect) async throws -> Then {
    if case .hang = effect { return .hang }
    await host.ended()
    if case .answer(let bytes) = effect { try await write(bytes) }
    return .hangUp
  }

  /// Sends an answer to its last byte, so that the end of the connection cuts nothing off.
  private func write(_ bytes: [UInt8]) async throws { try await client.channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

  /// Lets the connection end with a reset. (A unix socket does that where something is left unread.)
  private func prepareReset() async throws {
    guard client.channel.remoteAddress?.protocol != .unix, let socket = client.channel as? any SocketOptionProvider else { return }
    try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
  }
}
