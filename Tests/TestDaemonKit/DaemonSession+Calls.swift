import Drivers
import LibvirtProtocol
import TestDriver
import XDR

extension DaemonSession {
  func listAuthentication() throws -> [AuthType] {
    guard let offered = daemon.options.authentication else {
      isAuthenticated = true
      throw LibvirtError(code: .rpc, domain: .rpc, message: "unknown procedure: \(Remote.authList.number)")
    }
    isAuthenticated = offered.isEmpty || offered == [.none]
    return offered
  }

  func askPolkit() throws -> Int32 {
    if let error = daemon.options.polkitError { throw error }
    isAuthenticated = true
    return 1
  }

  /// What PLAIN says: whose rights, who, and the password, with zeros between (RFC 4616).
  func checkPassword(_ mechanism: String, _ said: BoundedChars<65536>) throws -> SASLStep {
    let words = said.bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard mechanism == "PLAIN", words.count == 3, daemon.options.passwords[words[1]] == words[2] else {
      throw LibvirtError(.authFailed, .rpc, "authentication failed")
    }
    isAuthenticated = true
    return SASLStep(complete: 1, nil: 1, data: BoundedChars([]))
  }

  func open(_ name: String?, _ flags: UInt32) throws -> Nothing {
    daemon.note(TestDaemon.Opening(name: name, flags: flags))
    guard host == nil else { throw LibvirtError(.internalError, .rpc, "connection already open") }
    guard let name else { throw LibvirtError(.internalError, .rpc, "connection not open") }
    host = try host(named: name)
    isReadOnly = flags & ConnectFlags.ro.rawValue != 0
    return Nothing()
  }

  func close() -> Nothing {
    isClosing = true
    return Nothing()
  }

  func tellOfLoss(_ isWanted: Bool) throws -> Nothing {
    guard isToldOfLoss != isWanted else {
      throw LibvirtError(.internalError, .rpc, "connection close callback \(isWanted ? "already" : "not") registered")
    }
    isToldOfLoss = isWanted
    return Nothing()
  }

  /// Registers for an event; the older form has no number of its own, so the event's stands for it below zero.
  func register(_ event: Int32, _ domain: DomainRef?, isModern: Bool) async throws -> Int32 {
    guard let host else { throw LibvirtError(.internalError, .rpc, "hypervisor connection not open") }
    guard let id = DomainEventID(rawValue: event) else {
      throw LibvirtError(.internalError, .rpc, "unsupported event ID \(event)")
    }
    let number = isModern ? nextCallback : -1 - event
    if isModern { nextCallback += 1 }
    let subscription = try await TestDriver(host: host).subscribe(.domain(id), domain)
    callbacks[number] = subscription
    Task { [weak self] in
      for try await event in subscription { self?.send(event, isModern ? number : nil) }
    }
    return number
  }

  /// Registers for an event in the form of old daemons.
  func registerOld(_ event: Int32) async throws -> Nothing {
    _ = try await register(event, nil, isModern: false)
    return Nothing()
  }

  func deregister(_ number: Int32) async throws -> Nothing {
    guard let subscription = callbacks.removeValue(forKey: number) else {
      throw LibvirtError(.internalError, .rpc, "domain event callback \(number) not registered")
    }
    await subscription.cancel()
    return Nothing()
  }

  private nonisolated func send(_ event: DriverEvent, _ callbackID: Int32?) {
    switch event.message {
    case let event as DomainLifecycleEvent:
      if let callbackID {
        let message = Remote.domainEventCallbackLifecycle
        send(message, (try? message.encode(Callback(callbackID: callbackID, msg: event))) ?? [])
      } else {
        send(Remote.domainEventLifecycle, (try? Remote.domainEventLifecycle.encode(event)) ?? [])
      }
    default: break
    }
  }

  private func host(named name: String) throws -> TestHost {
    if name.isEmpty || name == "test:///default" { return daemon.host }
    guard name.hasPrefix("test:///") else { throw LibvirtError(.noConnect, .none, name) }
    do {
      return TestHost(try NodeDefinition(file: String(name.dropFirst("test://".count))), uri: name)
    } catch {
      throw LibvirtError(code: VirErrorNumber(rawValue: error.code), domain: VirErrorDomain(rawValue: error.domain), message: error.text)
    }
  }
}
