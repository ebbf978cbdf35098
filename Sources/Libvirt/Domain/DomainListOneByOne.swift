import Drivers
import LibvirtProtocol

/// Servers from before `connectListAllDomains` list numbers and names, and know no filters but active and inactive.
extension Connection {
  /// The domains by their numbers and names, the lookups pipelined.
  func domainsOneByOne(_ flags: ConnectListAllDomainsFlags) async throws -> [Domain] {
    let wantsAll = flags.isDisjoint(with: [.active, .inactive])
    let ids = send(Remote.connectListDomains, 16384)
    let names = send(Remote.connectListDefinedDomains, 16384)
    var pending: [Drivers.PendingReply<DomainRef>] = []
    if wantsAll || flags.contains(.active) {
      pending += try await ids.value.map { send(Remote.domainLookupById, $0) }
    }
    if wantsAll || flags.contains(.inactive) {
      pending += try await names.value.map { send(Remote.domainLookupByName, $0) }
    }
    var domains: [Domain] = []
    for reply in pending {
      // A domain that went away in between is simply not there any more.
      if let ref = try? await reply.value { domains.append(Domain(ref, on: self)) }
    }
    return domains
  }
}
