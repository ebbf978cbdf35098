import LibvirtProtocol

extension ProxyHost {
  /// Asks the proxy on behalf of a procedure; what it refuses is an error.
  func ask<Answer>(_ question: ProxyQuestion<Answer>, as procedure: some AnyProcedure) async throws -> Answer {
    do {
      return try await client.ask(question, as: procedure.name)
    } catch let refusal as ProxyRefusal {
      throw refusal.error(procedure.name)
    }
  }

  /// Asks about a domain by its number. One that no longer has it is looked for by its UUID: it may have been started anew.
  func ask<Answer>(
    about domain: DomainRef, _ procedure: some AnyProcedure, _ question: (Int32) -> ProxyQuestion<Answer>
  ) async throws -> Answer {
    if domain.id >= 0 {
      do {
        return try await client.ask(question(domain.id), as: procedure.name)
      } catch ProxyRefusal.tooLarge {
        throw ProxyRefusal.tooLarge.error(procedure.name)
      } catch is ProxyRefusal {}
    }
    guard let found = try await find(.lookup(uuid: domain.uuid)), found.id != domain.id else {
      throw domain.id < 0 ? Self.noDomain(domain) : try await refusal(of: domain, procedure.name)
    }
    return try await ask(question(found.id), as: procedure)
  }

  /// The domain that a question finds; nil where the proxy knows none.
  func find(_ question: ProxyQuestion<DomainRef>) async throws -> DomainRef? {
    do {
      return try await client.ask(question, as: Remote.domainLookupById.name)
    } catch is ProxyRefusal {
      return nil
    }
  }

  /// Why there is no answer about a domain that has a number: it is gone, or the proxy could not.
  private func refusal(of domain: DomainRef, _ function: String) async throws -> LibvirtError {
    try await find(.lookup(id: domain.id)) == nil ? Self.noDomain(domain) : ProxyRefusal.failed.error(function)
  }

  static func noDomain(_ domain: DomainRef) -> LibvirtError {
    LibvirtError(.noDomain, .proxy, "no domain with matching uuid '\(domain.uuid)' (\(domain.name))")
  }
}

extension ProxyRefusal {
  /// What the user is told: which function of libvirt came to nothing.
  func error(_ function: String) -> LibvirtError {
    switch self {
    case .failed: LibvirtError(.operationFailed, .proxy, "the proxy has no answer for \(function)")
    case .tooLarge:
      LibvirtError(
        .operationFailed, .proxy,
        "the answer for \(function) is longer than the \(ProxyPacket.maximumLength - ProxyPacket.headerLength) bytes that the proxy can send"
      )
    }
  }
}
