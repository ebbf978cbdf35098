import Drivers
import LibvirtProtocol
import XDR

extension ProxyHost {
  /// What the proxy can answer. Everything else is "not supported by the connection driver".
  static let handlers: HandlerTable<ProxyHost> = {
    var table = HandlerTable<ProxyHost>()
    addConnection(to: &table)
    addDomains(to: &table)
    return table
  }()

  private static func addConnection(to table: inout HandlerTable<ProxyHost>) {
    table.on(Remote.connectGetType) { _ in "Xen" }
    table.on(Remote.connectGetVersion) { try await $0.ask(.version, as: Remote.connectGetVersion) }
    table.on(Remote.connectGetLibVersion) { _ in libraryVersion }
    table.on(Remote.connectGetHostname) { _ in ThisHost.name }
    table.on(Remote.connectGetUri) { $0.uri }
    table.on(Remote.connectGetCapabilities) { try await $0.ask(.capabilities, as: Remote.connectGetCapabilities) }
    // The socket leads nowhere but to this host.
    table.on(Remote.connectIsSecure) { _ in 1 }
    table.on(Remote.nodeGetInfo) { try await $0.ask(.nodeInfo, as: Remote.nodeGetInfo) }
    table.on(Remote.connectListDomains) { host, count in Bounded(try await host.ids().prefix(Int(max(0, count)))) }
    table.on(Remote.connectNumOfDomains) { try await $0.ask(.numberOfDomains, as: Remote.connectNumOfDomains) }
    table.on(Remote.connectListAllDomains) { try await $0.list(needResults: $1, $2) }
    table.on(Remote.connectGetAllDomainStats) { try await $0.stats(Array($1), $2, $3) }
  }

  private static func addDomains(to table: inout HandlerTable<ProxyHost>) {
    table.on(Remote.domainLookupById) { try await $0.lookUp(id: $1) }
    table.on(Remote.domainLookupByUuid) { try await $0.lookUp(uuid: $1) }
    table.on(Remote.domainLookupByName) { try await $0.lookUp(name: $1) }
    table.on(Remote.domainGetInfo) { try await $0.info($1) }
    table.on(Remote.domainGetState) { host, domain, _ in try await host.state(domain) }
    table.on(Remote.domainGetOsType) { try await $0.ask(about: $1, Remote.domainGetOsType) { .osType($0) } }
    table.on(Remote.domainGetXmlDesc) { try await $0.xml($1, $2) }
    table.on(Remote.domainGetMaxMemory) { try await $0.ask(about: $1, Remote.domainGetMaxMemory) { .maxMemory($0) } }
    table.on(Remote.domainIsActive) { try await $0.isActive($1) ? 1 : 0 }
  }
}
