import Drivers
import LibvirtProtocol
import SExpressions

/// A Xen host behind xend, Xen's own daemon: every call is one HTTP request or a few.
actor XendHost: XenHost {
  /// libvirt's number for xend in errors.
  static let errorDomain = VirErrorDomain.xend
  /// How many requests are under way at most: xend gives each a thread.
  static let requestLimit = 8

  /// The end of the connection. xend keeps none, so it is known from a request that could not reach it.
  nonisolated let closure = ConnectionClosure()
  /// The socket, or host and port.
  nonisolated let endpoint: String
  /// The URI that opens this host again.
  nonisolated let uri: String
  /// What the host was when it was opened.
  nonisolated let node: XenNode
  nonisolated let client: XendClient
  /// Where the host has the domains that do not run, if xend does not keep them.
  nonisolated let definitions: XMFolder?
  nonisolated let calls: OverlappingCalls<XendHost>
  private nonisolated let gate = RequestGate(width: requestLimit)
  private var answers = SharedAnswers()
  private var isCheckingLife = false
  /// What was wrong with the domains that the last lists could not find out about, by name.
  private var unheard: [String: LibvirtError] = [:]

  init(_ client: XendClient, node: XenNode, uri: String, definitions: XMFolder? = nil) {
    self.definitions = node.format.hasDefinedDomains || !client.address.isLocal ? nil : definitions
    self.client = client
    self.node = node
    self.uri = uri
    endpoint = client.address.description
    calls = OverlappingCalls(XendHost.handlers, takesLong: { Self.longCalls.contains($0.number) })
  }

  /// How the host writes its documents.
  nonisolated var format: XendFormat { node.format }

  /// Nothing is held between requests.
  func close() async {}

  /// The calls whose answer xend gives only when they are done, which may be minutes later.
  private static let longCalls: Set<Int32> = [
    Remote.domainSave.number, Remote.domainSaveFlags.number, Remote.domainRestore.number, Remote.domainRestoreFlags.number,
    Remote.domainCoreDump.number, Remote.domainMigratePerform.number,
  ]
}

extension XendHost {
  /// A domain of a list has been found out about.
  func noteHeard(_ key: XendDomainKey) { unheard[key.text] = nil }

  /// A domain of a list could not be found out about.
  func noteUnheard(_ key: XendDomainKey, _ reason: LibvirtError) {
    if unheard.count >= Self.listLimit { unheard = [:] }
    unheard[key.text] = reason
  }

  /// Throws what was wrong when the domain behind a handle was listed, if nothing was found out about it: to ask again would take as long.
  func checkHeard(_ ref: DomainRef) throws {
    if ref.isStandIn, let reason = unheard[ref.name] { throw reason }
  }

  /// Asks for what changes nothing; calls that were sent together share the answer.
  func read(_ request: XendRequest) async throws -> XendAnswer {
    try await answers.join(request, for: CallOrder.current, lastSent: calls.lastSent) { [self] in
      let answer = try await exchange(request)
      await note(answer)
      return answer
    }.value
  }

  private func note(_ answer: XendAnswer) { answers.note(answer) }

  /// Asks for a change.
  @discardableResult
  func change(_ request: XendRequest) async throws -> XendAnswer {
    answers.forget()
    defer { answers.forget() }
    return try await exchange(request)
  }

  /// Asks for a document.
  func document(_ request: XendRequest) async throws -> SExpression {
    guard case .expression(let document) = try await read(request) else {
      throw LibvirtError(.getFailed, Self.errorDomain, "xend answered nothing to \(request)")
    }
    return document
  }

  /// Sends a request. What is long takes nobody's place; the others begin to count their time when they have one.
  private nonisolated func exchange(_ request: XendRequest) async throws -> XendAnswer {
    do {
      guard !request.isLong else { return try await client.send(request) }
      return try await gate.pass {
        // Those who wait for a xend that was found dead meanwhile need not find it out once more.
        guard closure.reason == nil else { throw LibvirtError.clientSocketClosed }
        return try await client.send(request)
      }
    } catch let silence as XendSilence {
      // One request may have killed its thread in xend, or all of xend hangs.
      Task { await checkLife() }
      throw silence.error
    } catch let error as LibvirtError where error.isUnreachable {
      closure.close(.error(error.message))
      throw error
    }
  }

  /// Sees whether xend answers at all, and ends the connection if not.
  private func checkLife() async {
    guard !isCheckingLife else { return }
    isCheckingLife = true
    defer { isCheckingLife = false }
    do {
      _ = try await client.send(.node)
    } catch let error as LibvirtError {
      // It does say something.
      if error.isUnreachable { closure.close(.error(error.message)) }
    } catch {
      closure.close(.keepalive)
    }
  }
}

extension LibvirtError {
  /// libvirt's error where one is behind whatever was thrown.
  init?(behind error: any Error) {
    switch error {
    case let error as Self: self = error
    case let silence as AnswerNeverCame: self = silence.error
    default: return nil
    }
  }

  /// Whether there was nobody to talk to.
  fileprivate var isUnreachable: Bool { domain == .rpc && code == .systemError }
}

extension XendSilence {
  /// What is said of it.
  var meaning: LibvirtError {
    guard afterSending else { return LibvirtError(.systemError, .rpc, reason) }
    return LibvirtError(isTimeout ? .operationTimeout : .operationFailed, XendHost.errorDomain, reason)
      .noting("xend may have stopped; \(XendReply.logs)")
  }

  /// What it means where a connection was to be opened: whoever listens need not be xend.
  func openingError(at address: XendAddress) -> LibvirtError {
    LibvirtError(.systemError, .rpc, "no answer from xend at \(address): \(reason)").noting(address.otherServer)
  }

  /// What it means for a call. A request that never left changed nothing.
  var error: any Error { afterSending ? AnswerNeverCame(meaning) : meaning }
}
