import Drivers
import LibvirtProtocol
import XDR

extension DomainSurvey {
  /// Asks the agents in the guests of these rows for their addresses, and puts what they say between leases and ARP.
  ///
  /// An agent may hang, and its call then holds a place at the server: few are asked at a time, and none is waited for beyond
  /// `patience`, counted from now. Those that did not answer are added to ``silent``. Throws only when the task is cancelled.
  public mutating func askAgents(ofRows asked: [Int], within patience: Duration = .seconds(2)) async throws {
    guard let connection = domains.first?.domain.connection, !asked.isEmpty else { return }
    let batch = connection.send(
      Remote.domainInterfaceAddresses, forEach: asked.map { domains[$0].domain.ref }, window: .atMost(3),
      UInt32(DomainInterfaceAddressesSource.agent.rawValue), 0)
    var silent: [Domain] = []
    for (row, result) in zip(asked, await batch.results(within: patience)) {
      if domains[row].take(result, from: .agent) { silent.append(domains[row].domain) }
    }
    try Task.checkCancellation()
    if !silent.isEmpty { self.silent.append((.agent, silent)) }
  }
}

extension SurveyedDomain {
  /// Takes the addresses that a source knows, unless a source that is trusted more has said them; true if it kept silent.
  mutating func take(_ answer: Result<Bounded<2048, DomainInterface>, any Error>, from source: DomainInterfaceAddressesSource) -> Bool {
    switch answer {
    case .success(let interfaces):
      addresses += interfaces.flatMap { interface in
        interface.addrs.map {
          GuestAddress(address: $0.addr, prefix: $0.prefix, source: source, interface: interface.name, mac: interface.hwaddr)
        }
      }
      // The order of trust is that of libvirt's numbers; within a source nothing moves.
      let sources = DomainInterfaceAddressesSource.allCases
      var seen: Set<String> = []
      addresses = sources.flatMap { source in addresses.filter { $0.source == source } }
        .filter { !$0.isLoopback && seen.insert($0.address).inserted }
      return false
    case .failure(let error): return error is CancellationError
    }
  }
}

extension GuestAddress {
  /// Whether the address only means the guest to the guest itself.
  fileprivate var isLoopback: Bool { address == "::1" || address.hasPrefix("127.") }
}
