import Drivers
import LibvirtProtocol
import XDR

/// A domain as a listing shows it.
public struct DomainListing: Sendable {
  /// The domain.
  public let domain: Domain
  /// Its state; nil if it went away while the list was made.
  public let state: DomainState?
  /// Its title, if it was asked for and there is one.
  public var title: String?
  /// Whether the next start resumes from a saved state, if that was asked for.
  public var hasManagedSave = false
}

extension Connection {
  /// Domains with their states: two calls that go out together, whatever the number of domains.
  ///
  /// Where the server lacks the bulk call for states, one pipelined call each. What only some callers want (titles, saved
  /// states) is asked for in one more batch. Active domains come first, by number, then the others by name.
  public func listDomains(
    _ flags: ConnectListAllDomainsFlags, states: Bool = true, titles: Bool = false, managedSaves: Bool = false
  ) async throws -> [DomainListing] {
    let listing = send(Remote.connectListAllDomains, 1, flags.rawValue)
    let stats = states ? send(Remote.connectGetAllDomainStats, [], DomainStatsTypes.state.rawValue, 0) : nil
    let domains: [Domain]
    do { domains = try await Self.listed(listing, on: self, flags) } catch {
      // Nobody wants the states of what could not be listed.
      stats?.abandon()
      throw error
    }
    var rows = domains.map { DomainListing(domain: $0, state: nil) }
    if let stats {
      let states = await self.states(of: domains, bulk: stats)
      rows = rows.map { DomainListing(domain: $0.domain, state: states[$0.domain.uuid]) }
    }
    let title = titles ? send(Remote.domainGetMetadata, forEach: domains.map(\.ref), 1, nil, 0) : nil
    let inactive = managedSaves ? rows.indices.filter { rows[$0].domain.id == nil } : []
    let saved = send(Remote.domainHasManagedSaveImage, forEach: inactive.map { rows[$0].domain.ref }, 0)
    if let title {
      for (index, result) in await title.results.enumerated() { rows[index].title = try? result.get() }
    }
    for (index, result) in zip(inactive, await saved.results) { rows[index].hasManagedSave = (try? result.get()) == 1 }
    return rows.sorted { Self.precedes($0.domain, $1.domain) }
  }

  static func listed(
    _ reply: PendingReply<Listing<16384, DomainRef, UInt32>>, on connection: Connection, _ flags: ConnectListAllDomainsFlags
  ) async throws -> [Domain] {
    do {
      return try await reply.value.elements.map { Domain($0, on: connection) }
    } catch let error as LibvirtError where error.isUnsupported {
      return try await connection.filtered(connection.domainsOneByOne(flags), by: flags)
    } catch let error as LibvirtError where error.code == .invalidArg && !flags.isSubset(of: [.active, .inactive]) {
      // A filter that is newer than the server.
      return try await connection.filtered(connection.domains(flags.intersection([.active, .inactive])), by: flags)
    }
  }

  /// States by UUID, from the bulk call as far as it goes.
  private func states(of domains: [Domain], bulk: PendingReply<Bounded<16384, DomainStatsRecord>>) async -> [UUID: DomainState] {
    var states: [UUID: DomainState] = [:]
    for record in (try? await bulk.value) ?? [] {
      guard let state = record.params.first(where: { $0.field == "state.state" })?.value.int else { continue }
      let reason = record.params.first { $0.field == "state.reason" }?.value.int ?? 0
      states[record.dom.uuid] = DomainState(state: state, reason: reason)
    }
    let missing = domains.filter { states[$0.uuid] == nil }
    guard !missing.isEmpty else { return states }
    var told: [Domain] = []
    for (domain, result) in zip(missing, await send(Remote.domainGetState, forEach: missing.map(\.ref), 0).results) {
      do { states[domain.uuid] = try result.get() } catch let error as LibvirtError where error.isUnsupported {
        told.append(domain)
      } catch {}
    }
    // A server before libvirt 0.9.2 has no reasons to tell.
    for (domain, info) in zip(told, await send(Remote.domainGetInfo, forEach: told.map(\.ref)).results) {
      states[domain.uuid] = (try? info.get()).map(\.stateAlone)
    }
    return states
  }

  /// virsh's order: active domains by number, then inactive ones by name, case aside.
  static func precedes(_ one: Domain, _ other: Domain) -> Bool {
    switch (one.id, other.id) {
    case (let one?, let other?): one < other
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): one.name.lowercased() < other.name.lowercased()
    }
  }
}
