import LibvirtProtocol
import XDR

extension ProxyHost {
  /// The numbers of the domains that run, in order.
  func ids() async throws -> [Int32] {
    let ids = try await ask(.list, as: Remote.connectListDomains)
    // An empty list is also what the proxy sends that could not get any.
    if ids.isEmpty, try await ask(.numberOfDomains, as: Remote.connectListDomains) != 0 {
      throw ProxyRefusal.failed.error(Remote.connectListDomains.name)
    }
    return ids.sorted()
  }

  /// The domains that run. One that ends meanwhile is left out.
  func domains() async throws -> [DomainRef] {
    var domains: [DomainRef] = []
    for id in try await ids() {
      if let domain = try await find(.lookup(id: id)) { domains.append(domain) }
    }
    return domains
  }

  /// All domains that the flags let through, by `virConnectListAllDomains`' rule: within a group of flags any of those given is enough,
  /// a group of which none is given lets all through.
  func list(needResults: Int32, _ flags: UInt32) async throws -> Listing<16384, DomainRef, UInt32> {
    Listing(try await listed(flags), needResults: needResults)
  }

  /// Only `state.state`: nothing else is known for all domains at once.
  func stats(_ refs: [DomainRef], _ types: UInt32, _ flags: UInt32) async throws -> Bounded<16384, DomainStatsRecord> {
    let unknown = types & ~DomainStatsTypes.state.rawValue
    if unknown != 0, flags & ConnectGetAllDomainStatsFlags.enforceStats.rawValue != 0 {
      throw LibvirtError(.argumentUnsupported, .proxy, "Stats types bits 0x\(String(unknown, radix: 16)) are not supported by this daemon")
    }
    let wantsState = types == 0 || types & DomainStatsTypes.state.rawValue != 0
    var records: [DomainStatsRecord] = []
    for domain in refs.isEmpty ? try await listed(flags & 0xFF) : refs {
      let state = wantsState ? try await stateUnlessGone(domain) : nil
      if wantsState, state == nil { continue }
      let params = state.map {
        [TypedParameter(field: "state.state", value: .int($0)), TypedParameter(field: "state.reason", value: .int(0))]
      }
      records.append(DomainStatsRecord(dom: domain, params: Bounded(params ?? [])))
    }
    return Bounded(records)
  }

  private func listed(_ flags: UInt32) async throws -> [DomainRef] {
    let filter = try ProxyFilter(flags)
    guard filter.letsAnyThrough else { return [] }
    let domains = try await domains()
    guard filter.asksForState else { return domains }
    var passed: [DomainRef] = []
    for domain in domains {
      if let state = try await stateUnlessGone(domain), filter.passes(state) { passed.append(domain) }
    }
    return passed
  }

  private func stateUnlessGone(_ domain: DomainRef) async throws -> Int32? {
    do {
      return try await state(domain).state
    } catch let error as LibvirtError where error.code == .noDomain {
      return nil
    }
  }
}
