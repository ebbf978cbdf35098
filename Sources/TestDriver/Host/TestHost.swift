import Drivers
import LibvirtProtocol
import XDR

/// A host that exists in this process only, with libvirt's test driver as its model: domains live and die, no guest runs.
public actor TestHost {
  /// libvirt's number for the test driver in errors.
  static let errorDomain = VirErrorDomain.test
  /// The most processors that a domain of the test driver may have.
  static let maximumVcpus: UInt32 = 32
  /// The version of the hypervisor that the test driver plays: 0.0.2.
  static let version: UInt64 = 2
  /// The libvirt that this driver plays: 9.0.0.
  static let libraryVersion: UInt64 = 9_000_000

  nonisolated let uri: String
  nonisolated let events = EventHub()
  let node: NodeDefinition
  private(set) var domains: [UUID: TestDomain] = [:]
  private var nextID: Int32 = 1

  /// The host of a definition. `uri` is what `virsh uri` prints.
  public init(_ node: NodeDefinition, uri: String) {
    self.node = node
    self.uri = uri
    for entry in node.domains {
      var domain = TestDomain(
        definition: entry.definition, state: DomainState(state: entry.state, reason: 0), isPersistent: !entry.isTransient)
      domain.hasManagedSave = entry.hasManagedSave
      domain.messages = DomainTaint.messages(about: entry.definition)
      domain.polling = entry.definition.iothreads.map { IOThreadPolling(number: $0) }
      if entry.state != DomainRunState.shutoff.rawValue {
        domain.id = nextID
        nextID += 1
      }
      domains[domain.uuid] = domain
    }
  }

  /// The number for the next domain that starts.
  func takeID() -> Int32 {
    defer { nextID += 1 }
    return nextID
  }

  /// The domain behind a handle; throws number 42.
  func domain(_ ref: DomainRef) throws -> TestDomain {
    guard let domain = domains[ref.uuid] else {
      throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching uuid '\(ref.uuid)' (\(ref.name))")
    }
    return domain
  }

  /// Stores a domain.
  func put(_ domain: TestDomain) { domains[domain.uuid] = domain }

  /// Removes a domain.
  func remove(_ uuid: UUID) { domains[uuid] = nil }

  /// Changes a domain in place; what throws changes nothing.
  func change<Result>(_ ref: DomainRef, _ body: (inout TestDomain) throws -> Result) throws -> Result {
    var domain = try domain(ref)
    let result = try body(&domain)
    if domain.isActive || domain.isPersistent { put(domain) } else { remove(domain.uuid) }
    return result
  }

  /// Tells subscribers about a domain's life: `virDomainEventType` and its detail.
  func tell(_ domain: DomainRef, _ event: Int32, _ detail: Int32) {
    events.publish(
      DriverEvent(
        kind: .domain(.lifecycle), domain: domain, message: DomainLifecycleEvent(dom: domain, event: event, detail: detail)))
  }

  /// Refuses flags that the test driver does not know, in libvirt's words.
  nonisolated func check(_ flags: UInt32, allowed: UInt32 = 0, in function: String) throws {
    try LibvirtError.refuse(flags, allowed: allowed, in: function, Self.errorDomain)
  }

  /// A definition from XML, its errors as libvirt's.
  nonisolated func definition(_ xml: String) throws -> DomainDefinition {
    do {
      return try DomainDefinition(xml: xml)
    } catch {
      throw LibvirtError(error)
    }
  }
}

extension LibvirtError {
  /// A definition that was refused.
  init(_ error: DefinitionError) {
    self.init(
      code: VirErrorNumber(rawValue: error.code), domain: VirErrorDomain(rawValue: error.domain), message: error.text,
      str3: error.notes.isEmpty ? nil : error.notes.joined(separator: "\n"))
  }
}
