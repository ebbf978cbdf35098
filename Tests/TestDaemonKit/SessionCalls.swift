import Drivers
import LibvirtProtocol
import XDR

/// The calls that are the daemon's own affair and not the hypervisor's.
enum SessionCalls {
  /// What a client may call before it has proven who it is.
  static let authentication: Set<Int32> = [
    Remote.authList.number, Remote.authPolkit.number, Remote.authSaslInit.number, Remote.authSaslStart.number,
  ]

  static let numbers: Set<Int32> = authentication.union([
    Remote.connectOpen.number, Remote.connectClose.number, Remote.connectSupportsFeature.number,
    Remote.connectRegisterCloseCallback.number, Remote.connectUnregisterCloseCallback.number,
    Remote.connectDomainEventRegisterAny.number, Remote.connectDomainEventDeregisterAny.number,
    Remote.connectDomainEventCallbackRegisterAny.number, Remote.connectDomainEventCallbackDeregisterAny.number,
  ])

  static let table: HandlerTable<DaemonSession> = {
    var table = HandlerTable<DaemonSession>()
    table.on(Remote.authList) { Bounded(try await $0.listAuthentication()) }
    table.on(Remote.authPolkit) { try await $0.askPolkit() }
    table.on(Remote.authSaslInit) { _ in "PLAIN" }
    table.on(Remote.authSaslStart) { try await $0.checkPassword($1, $3) }
    table.on(Remote.connectSupportsFeature) { $0.daemon.options.features.contains($1) ? 1 : 0 }
    table.on(Remote.connectOpen) { try await $0.open($1, $2) }
    table.on(Remote.connectClose) { await $0.close() }
    table.on(Remote.connectRegisterCloseCallback) { try await $0.tellOfLoss(true) }
    table.on(Remote.connectUnregisterCloseCallback) { try await $0.tellOfLoss(false) }
    table.on(Remote.connectDomainEventCallbackRegisterAny) { try await $0.register($1, $2, isModern: true) }
    table.on(Remote.connectDomainEventCallbackDeregisterAny) { try await $0.deregister($1) }
    table.on(Remote.connectDomainEventRegisterAny) { try await $0.registerOld($1) }
    table.on(Remote.connectDomainEventDeregisterAny) { try await $0.deregister(-1 - $1) }
    return table
  }()
}
