import ConnectionURI
import Drivers
import LibvirtProtocol

/// Asks the proxy: one question after the other, each bounded.
///
/// Early proxies hang up where they are asked something that came later; then a new connection is made, and the question counts as one
/// that they do not know. Any other end of the connection is its end for good.
actor ProxyClient {
  /// Serials wrap before this.
  private static let serials: UInt16 = 4096

  /// The socket that the proxy listens at.
  nonisolated let name: UnixSocketPath
  private let limit: Duration?
  private let onLoss: @Sendable (CloseReason) -> Void
  private var link: ProxyLink?
  /// Counts the links, so that the end of an old one says nothing about the next.
  private var generation = 0
  private var serial: UInt16 = 0
  private var answered: Set<ProxyCommand> = []
  private var unknown: Set<ProxyCommand> = []
  private var loss: LibvirtError?
  private var turn: Task<Void, Never>?

  /// A client that has asked nothing yet. `limit` bounds each question, nil for no bound.
  init(_ name: UnixSocketPath, limit: Duration?, onLoss: @escaping @Sendable (CloseReason) -> Void) {
    self.name = name
    self.limit = limit
    self.onLoss = onLoss
  }

  /// Connects and greets; throws ``LibvirtError`` of the domain `.proxy`.
  func open() async throws {
    do {
      _ = try await connected()
    } catch let failure as ProxyFailure {
      close()
      throw failure.error
    }
  }

  /// Asks, in turn. Throws ``ProxyRefusal``, ``LibvirtError`` of the domain `.proxy` — number 3 with `function` in it where the proxy does
  /// not know the question — or `CancellationError`.
  @discardableResult
  func ask<Answer>(_ question: ProxyQuestion<Answer>, as function: String) async throws -> Answer {
    let before = turn
    let (finished, finish) = AsyncStream<Never>.makeStream()
    turn = Task {
      await before?.value
      for await _ in finished {}
    }
    defer { finish.finish() }
    await before?.value
    try Task.checkCancellation()
    guard !unknown.contains(question.command) else { throw LibvirtError.unsupported(function, .proxy) }
    do {
      do {
        let packet = try await connected().ask(question.packet(serial: nextSerial()), within: limit)
        answered.insert(question.command)
        return try question.read(ProxyAnswer(packet: packet))
      } catch ProxyFailure.hungUp where question.command.cameLater && !answered.contains(question.command) {
        drop()
        _ = try await connected()
        unknown.insert(question.command)
        throw LibvirtError.unsupported(function, .proxy)
      }
    } catch let failure as ProxyFailure {
      throw lose(failure)
    } catch let violation as ProxyViolation {
      throw lose(.violation(violation))
    } catch is CancellationError {
      // The answer may still come: better a new connection than one that is out of step.
      drop()
      throw CancellationError()
    }
  }

  /// Hangs up. Later questions fail.
  func close() {
    drop()
    if loss == nil { loss = LibvirtError(.invalidConn, .proxy, "the connection is closed") }
  }

  /// The link, connected and greeted anew where it was dropped.
  private func connected() async throws -> ProxyLink {
    if let loss { throw loss }
    if let link { return link }
    generation += 1
    let ours = generation
    do {
      let link = try await ProxyLink.open(name, by: limit.map { .now + $0 }) { [weak self] failure in
        Task { await self?.ended(failure, ours) }
      }
      do {
        let greeting = ProxyQuestion.none
        try greeting.read(ProxyAnswer(packet: try await link.ask(greeting.packet(serial: nextSerial()), within: limit)))
      } catch {
        link.close()
        throw error
      }
      // Somebody may have closed us meanwhile.
      if let loss {
        link.close()
        throw loss
      }
      self.link = link
      return link
    } catch let violation as ProxyViolation {
      throw ProxyFailure.violation(violation)
    } catch let error as LibvirtError where loss == nil {
      throw ProxyFailure.broken(error)
    }
  }

  private func nextSerial() -> UInt16 {
    defer { serial = (serial + 1) % Self.serials }
    return serial
  }

  private func drop() {
    generation += 1
    link?.close()
    link = nil
  }

  private func ended(_ failure: ProxyFailure, _ link: Int) {
    guard link == generation else { return }
    _ = lose(failure)
  }

  /// The proxy is gone; says so once.
  private func lose(_ failure: ProxyFailure) -> LibvirtError {
    drop()
    guard loss == nil else { return failure.error }
    loss = failure.error
    onLoss(failure == .hungUp ? .endOfFile : .error(failure.error.message))
    return failure.error
  }
}
