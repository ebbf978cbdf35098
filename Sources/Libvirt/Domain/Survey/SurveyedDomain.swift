import LibvirtProtocol

/// What a survey found out about a domain: nil for what was not asked for, or what nobody knows.
public struct SurveyedDomain: Sendable {
  /// The domain.
  public let domain: Domain
  /// Its state and the reason.
  public var state: DomainState?
  /// Processors that it has.
  public var vcpus: UInt32?
  /// The most processors that it may have.
  public var maxVcpus: UInt32?
  /// Memory in KiB.
  public var memory: UInt64?
  /// The most memory that it may have, in KiB.
  public var maxMemory: UInt64?
  /// Processor time in nanoseconds; nil while it does not run.
  public var processorTime: UInt64?
  /// Whether the host starts it.
  public var isAutostarted: Bool?
  /// Whether it stays when it ends.
  public var isPersistent: Bool?
  /// Whether the next start resumes from a saved state.
  public var hasManagedSave: Bool?
  /// Whether it has snapshots.
  public var hasSnapshots: Bool?
  /// The XML of what runs, or would run.
  public var xml: String?
  /// The XML of the next start, where that may be another.
  public var nextXML: String?
  /// The guest's addresses, those of the most trusted source first.
  public var addresses: [GuestAddress] = []

  init(_ domain: Domain) { self.domain = domain }
}

/// An address of a guest, and who says so.
public struct GuestAddress: Sendable, Hashable {
  /// The address as text, as the source gives it.
  public let address: String
  /// The length of the network part in bits.
  public let prefix: UInt32
  /// Who knows it.
  public let source: DomainInterfaceAddressesSource
  /// The interface, by its name on the host, or in the guest if its agent says so.
  public let interface: String
  /// The interface's MAC address, if known.
  public let mac: String?
}

/// What a survey found out, and who kept silent.
public struct DomainSurvey: Sendable {
  /// The domains in virsh's order: active ones by number, then the others by name.
  public var domains: [SurveyedDomain]
  /// Sources of addresses that did not answer in time, with the domains that they were asked about.
  public var silent: [(source: DomainInterfaceAddressesSource, domains: [Domain])] = []
}
