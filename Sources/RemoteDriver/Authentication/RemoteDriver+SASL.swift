import ConnectionURI
import Drivers
import LibvirtProtocol
import NIOCore
import XDR

extension RemoteDriver {
  /// The most steps of a negotiation; mechanisms need one to four.
  private static let mostSteps = 20

  /// Proves who we are by SASL, with the mechanism that the URI wants or the best of those that both sides have, and puts the
  /// security layer on the channel where one was agreed.
  func authenticateBySASL(_ uri: ConnectionURI, _ wanted: String?, _ context: OpenContext) async throws {
    let host = uri.host.flatMap { $0.isEmpty ? nil : $0 } ?? "localhost"
    let credentials = SASLCredentials(
      host: host, file: uri.parameter("authfile"), environment: context.environment, dialogue: context.dialogue, progress: context.progress)
    let (addresses, security) = (SASLAddresses(link.channel), security)
    let client = try await elsewhere { try SASLClient(host: host, addresses: addresses, security: security) }
    let offer = try await SASLOffer(call(Remote.authSaslInit), wanted: wanted)
    do {
      try await negotiate(client, offer, credentials)
    } catch let error as LibvirtError where error.str3 == nil && error.code == .authFailed {
      throw error.noting(explanation(error, offer, client))
    }
    try await finish(client)
  }

  /// The messages of the negotiation, until both sides are content.
  private func negotiate(_ client: SASLClient, _ offer: SASLOffer, _ credentials: SASLCredentials) async throws {
    var (data, isDone) = try await settle(client, credentials) { connection throws(LibvirtError) in try connection.start(offer.mechanisms) }
    let mechanism = try client.with { connection throws(LibvirtError) in connection.mechanism }
    credentials.progress("authenticating by SASL, \(mechanism)")
    var answer = try await call(Remote.authSaslStart, mechanism, data == nil ? 1 : 0, BoundedChars(data ?? []))
    for _ in 0..<Self.mostSteps {
      if answer.complete != 0, isDone { return }
      // What the server sends before it is content is never encrypted.
      if answer.complete == 0 { link.perform { $0.goOn(through: nil) } }
      let challenge = answer.nil == 0 ? answer.data.bytes : nil
      if let challenge { try SASLChallenge.check(challenge, of: mechanism) }
      (data, isDone) = try await settle(client, credentials) { connection throws(LibvirtError) in try connection.step(challenge) }
      if answer.complete != 0 {
        if isDone { return }
        link.perform { $0.goOn(through: nil) }
      }
      answer = try await call(Remote.authSaslStep, data == nil ? 1 : 0, BoundedChars(data ?? []))
    }
    throw LibvirtError(.authFailed, .remote, "the SASL negotiation does not come to an end")
  }

  /// One step of the mechanism, which is done again with the answers to its questions as long as it asks any.
  private func settle(
    _ client: SASLClient, _ credentials: SASLCredentials,
    _ step: @escaping @Sendable (inout sending SASLConnection) throws(LibvirtError) -> sending SASLMove
  ) async throws -> (data: [UInt8]?, isDone: Bool) {
    for _ in 0..<Self.mostSteps {
      switch try await elsewhere({ try client.with(step) }) {
      case .say(let data, let isDone):
        guard data?.count ?? 0 <= 65536 else {
          throw LibvirtError(.authFailed, .remote, "SASL negotiation data too long: \(data?.count ?? 0) bytes")
        }
        return (data, isDone)
      case .ask(let questions):
        let known = try await elsewhere { try credentials.known(questions) }
        var answers: [String] = []
        for (question, answer) in zip(questions, known) { answers.append(try await ask(answer, question, credentials)) }
        let all = answers
        try client.with { connection throws(LibvirtError) in connection.answer(all) }
      }
    }
    throw LibvirtError(.authFailed, .remote, "the SASL mechanism does not stop asking")
  }

  /// The answer that is known, or the user's; a connection that ends meanwhile ends the question.
  private func ask(_ known: String?, _ question: SASLQuestion, _ credentials: SASLCredentials) async throws -> String {
    if let known { return known }
    let answer = Task { try await credentials.ask(question) }
    link.channel.closeFuture.whenComplete { _ in answer.cancel() }
    do {
      return try await withTaskCancellationHandler {
        try await answer.value
      } onCancel: {
        answer.cancel()
      }
    } catch is CancellationError where closure.reason != nil && !Task.isCancelled {
      throw LibvirtError.clientSocketClosed
    }
  }

  /// Checks that the encryption is good enough, and puts it on the channel.
  private func finish(_ client: SASLClient) async throws {
    let bits = try client.with { connection throws(LibvirtError) in
      connection.forgetAnswers()
      return try connection.strength()
    }
    guard bits >= security.layerBits.least else {
      throw LibvirtError(.authFailed, .remote, "negotiation SSF \(bits) was not strong enough")
    }
    let layer = bits > 0 ? try SASLSecurityLayer(client) : nil
    // Before anything that is sent after this.
    link.perform { $0.goOn(through: layer) }
  }

  /// What to do about a refusal, where that can be said.
  private func explanation(_ error: LibvirtError, _ offer: SASLOffer, _ client: SASLClient) -> String? {
    if error.message.contains("(SASL(-4)") || error.message.contains("(SASL(-15)") {
      let installed = try? client.with { connection throws(LibvirtError) in connection.installedMechanisms() }
      let here = installed.flatMap { $0.isEmpty ? nil : $0 } ?? "none"
      let why = security == .plain ? "; without TLS a mechanism must encrypt, as DIGEST-MD5 and GSSAPI can" : ""
      return "the daemon offers \(offer.shown); usable here: \(here)\(why)"
    }
    return error.message.contains("No Kerberos credentials")
      ? "kinit gets a ticket; auth=sasl.MECHANISM in the URI chooses another way" : nil
  }

  /// Does something that may take long on another thread; gives it up when the task is cancelled or the connection ends.
  private func elsewhere<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    let channel = link.channel
    return try await SlowWork.outcome(on: channel.eventLoop, body) { promise in
      channel.closeFuture.whenComplete { _ in promise.fail(LibvirtError.clientSocketClosed) }
    }
  }
}

extension SASLAddresses {
  /// The ends of a channel between hosts; nil for others.
  fileprivate init?(_ channel: any Channel) {
    guard let local = channel.localAddress, let remote = channel.remoteAddress, let localHost = local.ipAddress,
      let remoteHost = remote.ipAddress, let localPort = local.port, let remotePort = remote.port
    else { return nil }
    self.init(local: "\(localHost);\(localPort)", remote: "\(remoteHost);\(remotePort)")
  }
}
