import Drivers
import LibvirtProtocol

/// A domain of the test host: what is defined, what runs, and in which state.
struct TestDomain {
  /// What runs, or what the next start will have if nothing runs.
  var definition: DomainDefinition
  /// What the next start will have, where that differs from what runs.
  var nextDefinition: DomainDefinition?
  var id: Int32?
  var state: DomainState
  var isPersistent: Bool
  var isAutostarted = false
  var hasManagedSave = false
  /// The time in the guest, which only `domtime` changes.
  var time = DomainTime(seconds: 627_319_920, nseconds: 0)
  /// The mount points that are frozen.
  var frozen: Set<String> = []
  /// How I/O threads poll: those that the host began with, and those added since, in whichever definition.
  var polling: [TestHost.IOThreadPolling] = []
  /// Why the domain is tainted, and what it uses that is deprecated. libvirt's test driver looks only at the domains of
  /// its file and never again, so this outlives all changes of the definition.
  var messages: [String] = []

  var isActive: Bool { id != nil }

  /// The definition's UUID, which never changes; read once, as it is asked for all the time.
  let uuid: UUID

  init(definition: DomainDefinition, state: DomainState, isPersistent: Bool) {
    self.definition = definition
    self.state = state
    self.isPersistent = isPersistent
    uuid = UUID(bytes: definition.uuid) ?? UUID(high: 0, low: 0)
  }

  var ref: DomainRef { DomainRef(name: definition.name, uuid: uuid, id: id ?? -1) }

  /// What a listing can ask for.
  var traits: DomainTraits {
    DomainTraits(
      isActive: isActive, isPersistent: isPersistent, state: state.state, hasManagedSave: hasManagedSave, isAutostarted: isAutostarted)
  }

  /// What the next start will have.
  var persistentDefinition: DomainDefinition {
    get { nextDefinition ?? definition }
    set { if isActive { nextDefinition = newValue } else { definition = newValue } }
  }

  /// The domain ends: its number goes, and what was defined meanwhile takes effect.
  mutating func stop(_ reason: Int32) {
    id = nil
    state = DomainState(state: DomainRunState.shutoff.rawValue, reason: reason)
    if let next = nextDefinition { definition = next }
    nextDefinition = nil
  }
}
