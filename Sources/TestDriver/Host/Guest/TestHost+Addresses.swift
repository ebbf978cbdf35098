import LibvirtProtocol
import XDR
import XMLTree

extension TestHost {
  /// The addresses of a guest's interfaces: made up from the range of the network, the domain's number and the interface's place.
  func interfaceAddresses(_ ref: DomainRef, _ source: UInt32, _ flags: UInt32) throws -> Bounded<2048, DomainInterface> {
    try check(flags, in: "testDomainInterfaceAddresses")
    let domain = try running(ref)
    guard source < DomainInterfaceAddressesSource.allCases.count else {
      throw unsupportedArgument("Unknown IP address data source \(source)")
    }
    let interfaces = try domain.definition.interfaces.enumerated().map { index, interface in
      let address =
        interface.type == "network"
        ? try address(in: interface.source ?? "", of: domain, index)
        : DomainIPAddress(type: 0, addr: "192.168.0.\(1 + index)", prefix: 24)
      return DomainInterface(name: interface.target ?? "", hwaddr: interface.mac, addrs: [address])
    }
    return Bounded(interfaces)
  }

  private func address(in network: String, of domain: TestDomain, _ index: Int) throws -> DomainIPAddress {
    guard let network = node.networks.first(where: { $0[child: "name"]?.text == network }) else {
      throw LibvirtError(.noNetwork, .network, "no network with matching name '\(network)'")
    }
    let ip = network[child: "ip"]
    let range = ip?.descendant("dhcp", "range")?[attribute: "start"]
    guard let ip, let text = range ?? ip[attribute: "address"], let start = SocketAddress(text) else {
      throw Self.unexplained
    }
    // Twenty addresses for each domain, the first of them for the first interface.
    let step = UInt64(1 + index) + 20 * UInt64(clamping: Int(domain.id ?? 1) - 1) + (range == nil ? 1 : 0)
    let address = start.advanced(by: step)
    return DomainIPAddress(type: address.isIPv4 ? 0 : 1, addr: address.text, prefix: Self.prefix(of: ip, address))
  }

  /// How many bits name the network.
  private static func prefix(of ip: XMLElement, _ address: SocketAddress) -> UInt32 {
    if let prefix = ip[attribute: "prefix"].flatMap({ UInt32($0) }) { return prefix }
    return UInt32(clamping: ip[attribute: "netmask"].flatMap { SocketAddress($0) }?.bits ?? address.usualBits)
  }
}
