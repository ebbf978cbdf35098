import LibvirtProtocol

/// What a listing can ask for: the facts about a domain that `virConnectListAllDomains` filters by.
public struct DomainTraits: Sendable, Hashable {
  /// Whether it runs, or is paused.
  public var isActive: Bool
  /// Whether it stays when it ends.
  public var isPersistent: Bool
  /// `virDomainState`
  public var state: Int32
  /// Whether the next start resumes from a saved state.
  public var hasManagedSave: Bool
  /// Whether the host starts it.
  public var isAutostarted: Bool

  /// The facts about a domain.
  public init(isActive: Bool, isPersistent: Bool, state: Int32, hasManagedSave: Bool = false, isAutostarted: Bool = false) {
    self.isActive = isActive
    self.isPersistent = isPersistent
    self.state = state
    self.hasManagedSave = hasManagedSave
    self.isAutostarted = isAutostarted
  }

  /// Whether the domain passes: within a group of flags any of those given is enough, a group of which none is given lets all through.
  ///
  /// Domains with snapshots or checkpoints are what no driver in this process has.
  public func passes(_ flags: ConnectListAllDomainsFlags) -> Bool {
    let state = DomainRunState(rawValue: state)
    let groups: [[(ConnectListAllDomainsFlags, Bool)]] = [
      [(.active, isActive), (.inactive, !isActive)],
      [(.persistent, isPersistent), (.transient, !isPersistent)],
      [
        (.running, state == .running), (.paused, state == .paused), (.shutoff, state == .shutoff),
        (.other, ![.running, .paused, .shutoff].contains(state)),
      ],
      [(.managedsave, hasManagedSave), (.noManagedsave, !hasManagedSave)],
      [(.autostart, isAutostarted), (.noAutostart, !isAutostarted)],
      [(.hasSnapshot, false), (.noSnapshot, true)], [(.hasCheckpoint, false), (.noCheckpoint, true)],
    ]
    return groups.allSatisfy { group in
      let asked = group.filter { flags.contains($0.0) }
      return asked.isEmpty || asked.contains { $0.1 }
    }
  }
}
