import Drivers
import LibvirtProtocol

/// Why the domains of a server that cannot filter could not be filtered here.
public struct DomainFilterFailure: Error {
  /// What could not be found out, in virsh's words.
  public let sentence: String
  /// Why.
  public let cause: any Error
}

/// The filters of a listing, for servers that do not know them: one pipelined call for each domain and kind of filter.
extension Connection {
  /// The domains that the filters let through, active and inactive aside. Throws `DomainFilterFailure`.
  func filtered(_ domains: [Domain], by flags: ConnectListAllDomainsFlags) async throws -> [Domain] {
    /// Those of `domains` that one pair of filters lets through; one that has gone away is left out.
    func sift<Reply>(
      _ domains: [Domain], _ filters: ConnectListAllDomainsFlags, _ sentence: String,
      by procedure: ([DomainRef]) -> PendingBatch<Reply>, _ kind: (Reply) -> ConnectListAllDomainsFlags
    ) async throws -> [Domain] {
      guard !flags.isDisjoint(with: filters) else { return domains }
      var kept: [Domain] = []
      for (domain, result) in zip(domains, await procedure(domains.map(\.ref)).results) {
        do {
          if flags.contains(kind(try result.get())) { kept.append(domain) }
        } catch let error as LibvirtError where error.code == .noDomain {
          continue
        } catch let error as CancellationError {
          throw error
        } catch {
          throw DomainFilterFailure(sentence: sentence, cause: error)
        }
      }
      return kept
    }
    var domains = domains
    domains = try await sift(
      domains, [.persistent, .transient], "Failed to get domain persistence info",
      by: { send(Remote.domainIsPersistent, forEach: $0) }, { $0 == 1 ? .persistent : .transient })
    domains = try await sift(
      domains, [.running, .paused, .shutoff, .other], "Failed to get domain state",
      by: { send(Remote.domainGetState, forEach: $0, 0) }, \.filter)
    domains = try await sift(
      domains, [.autostart, .noAutostart], "Failed to get domain autostart state",
      by: { send(Remote.domainGetAutostart, forEach: $0) }, { $0 == 1 ? .autostart : .noAutostart })
    domains = try await sift(
      domains, [.managedsave, .noManagedsave], "Failed to check for managed save image",
      by: { send(Remote.domainHasManagedSaveImage, forEach: $0, 0) }, { $0 == 1 ? .managedsave : .noManagedsave })
    domains = try await sift(
      domains, [.hasSnapshot, .noSnapshot], "Failed to get snapshot count",
      by: { send(Remote.domainSnapshotNum, forEach: $0, 0) }, { $0 > 0 ? .hasSnapshot : .noSnapshot })
    return try await sift(
      domains, [.hasCheckpoint, .noCheckpoint], "Failed to get checkpoint count",
      by: { send(Remote.domainListAllCheckpoints, forEach: $0, 0, 0) }, { $0.ret > 0 ? .hasCheckpoint : .noCheckpoint })
  }
}

extension DomainState {
  /// The filter that lets it through.
  fileprivate var filter: ConnectListAllDomainsFlags {
    switch DomainRunState(rawValue: state) {
    case .running: .running
    case .paused: .paused
    case .shutoff: .shutoff
    default: .other
    }
  }
}
