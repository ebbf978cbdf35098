import Drivers
import LibvirtProtocol
import XDR

extension TestHost {
  static func addConnection(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.connectGetType) { _ in "TEST" }
    table.on(Remote.connectGetVersion) { _ in version }
    table.on(Remote.connectGetLibVersion) { _ in libraryVersion }
    table.on(Remote.connectGetHostname) { _ in ThisHost.name }
    table.on(Remote.connectGetUri) { $0.uri }
    table.on(Remote.connectGetCapabilities) { $0.node.host.capabilities }
    table.on(Remote.connectGetMaxVcpus) { _, _ in Int32(maximumVcpus) }
    table.on(Remote.connectIsSecure) { _ in 1 }
    table.on(Remote.nodeGetInfo) { await $0.nodeInfo() }
    table.on(Remote.nodeGetSecurityModel) { _ in
      SecurityModel(model: BoundedChars(cString: "testSecurity"), doi: BoundedChars(cString: ""))
    }
  }

  static func addLookup(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainLookupById) { try await $0.lookUp(id: $1) }
    table.on(Remote.domainLookupByName) { try await $0.lookUp(name: $1) }
    table.on(Remote.domainLookupByUuid) { try await $0.lookUp(uuid: $1) }
    table.on(Remote.connectListAllDomains) { try await $0.list(needResults: $1, $2) }
    table.on(Remote.connectListDomains) { host, count in Bounded(await host.ids().prefix(Int(max(0, count)))) }
    table.on(Remote.connectNumOfDomains) { Int32(clamping: await $0.ids().count) }
    table.on(Remote.connectListDefinedDomains) { host, count in Bounded(await host.inactiveNames().prefix(Int(max(0, count)))) }
    table.on(Remote.connectNumOfDefinedDomains) { Int32(clamping: await $0.inactiveNames().count) }
  }
}
