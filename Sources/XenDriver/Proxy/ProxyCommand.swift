/// What can be asked of the read-only proxy of old libvirt. The numbers are the protocol's.
enum ProxyCommand: UInt16, Sendable, Hashable, CaseIterable {
  case none, version, nodeInfo, list, numberOfDomains, lookupID, lookupUUID, lookupName, maxMemory, domainInfo, domainXML
  case osType, capabilities

  /// Whether early proxies do not know it: they hang up where it is asked, as the protocol's version says nothing about it.
  var cameLater: Bool { self == .osType || self == .capabilities }
}
