import Libvirt
import LibvirtProtocol

/// What `--persistent`, `--config`, `--live` and `--current` of the commands about devices ask for.
struct DeviceImpact {
  let persistent: Bool
  let config: Bool
  let live: Bool
  let current: Bool

  /// The flags of one call for a domain; nil if no option was given. What is persistent changes the running domain too, if it runs.
  func flags(for domain: Domain) async throws -> DomainModificationImpact? {
    var impact = DomainModificationImpact(config: config, live: live, current: current)
    if persistent {
      impact = (impact ?? []).union(.config)
      if try await domain.isActive() { impact?.insert(.live) }
    }
    return impact
  }

  /// What is said about a running domain afterwards: that its definition alone was changed, if it was.
  var noted: DomainModificationImpact? { config && !live && !persistent ? .config : nil }

  /// The pairs that exclude each other.
  static let exclusive = [["persistent", "current"], ["current", "live"], ["current", "config"]]
}
