import XDR

/// Snapshots of domains.
extension Remote {
  /// Takes a snapshot described by XML: flags are `DomainSnapshotCreateFlags`.
  public static let domainSnapshotCreateXml = Procedure(
    185, "virDomainSnapshotCreateXML", .changes, .low, DomainRef.self, String.self, UInt32.self, returns: SnapshotRef.self)
  /// A snapshot's definition as XML: flags are `DomainSnapshotXMLFlags`.
  public static let domainSnapshotGetXmlDesc = Procedure(
    186, "virDomainSnapshotGetXMLDesc", .reads, .high, SnapshotRef.self, UInt32.self, returns: String.self)
  /// How many snapshots a domain has: flags are `DomainSnapshotListFlags`.
  public static let domainSnapshotNum = Procedure(
    187, "virDomainSnapshotNum", .reads, .high, DomainRef.self, UInt32.self, returns: Int32.self)
  /// The names of at most so many snapshots: flags are `DomainSnapshotListFlags`.
  public static let domainSnapshotListNames = Procedure(
    188, "virDomainSnapshotListNames", .reads, .high, DomainRef.self, Int32.self, UInt32.self, returns: Bounded<16384, String>.self)
  /// The snapshot of a name within a domain.
  public static let domainSnapshotLookupByName = Procedure(
    189, "virDomainSnapshotLookupByName", .reads, .high, DomainRef.self, String.self, UInt32.self, returns: SnapshotRef.self)
  /// Whether a domain has a current snapshot: 1 or 0.
  public static let domainHasCurrentSnapshot = Procedure(
    190, "virDomainHasCurrentSnapshot", .reads, .low, DomainRef.self, UInt32.self, returns: Int32.self)
  /// A domain's current snapshot.
  public static let domainSnapshotCurrent = Procedure(
    191, "virDomainSnapshotCurrent", .reads, .low, DomainRef.self, UInt32.self, returns: SnapshotRef.self)
  /// Takes a domain back to a snapshot: flags are `DomainSnapshotRevertFlags`.
  public static let domainRevertToSnapshot = Procedure(192, "virDomainRevertToSnapshot", .changes, .low, SnapshotRef.self, UInt32.self)
  /// Deletes a snapshot: flags are `DomainSnapshotDeleteFlags`.
  public static let domainSnapshotDelete = Procedure(193, "virDomainSnapshotDelete", .changes, .low, SnapshotRef.self, UInt32.self)
  /// The snapshot that a snapshot is based on.
  public static let domainSnapshotGetParent = Procedure(
    244, "virDomainSnapshotGetParent", .reads, .high, SnapshotRef.self, UInt32.self, returns: SnapshotRef.self)
  /// How many snapshots are based on a snapshot: flags are `DomainSnapshotListFlags`.
  public static let domainSnapshotNumChildren = Procedure(
    246, "virDomainSnapshotNumChildren", .reads, .high, SnapshotRef.self, UInt32.self, returns: Int32.self)
  /// The names of at most so many snapshots based on a snapshot: flags are `DomainSnapshotListFlags`.
  public static let domainSnapshotListChildrenNames = Procedure(
    247, "virDomainSnapshotListChildrenNames", .reads, .high, SnapshotRef.self, Int32.self, UInt32.self,
    returns: Bounded<16384, String>.self)
  /// Whether a snapshot is its domain's current one: 1 or 0.
  public static let domainSnapshotIsCurrent = Procedure(
    271, "virDomainSnapshotIsCurrent", .reads, .low, SnapshotRef.self, UInt32.self, returns: Int32.self)
  /// Whether libvirt keeps metadata of a snapshot: 1 or 0.
  public static let domainSnapshotHasMetadata = Procedure(
    272, "virDomainSnapshotHasMetadata", .reads, .low, SnapshotRef.self, UInt32.self, returns: Int32.self)
  /// A domain's snapshots, or with 0 their count: flags are `DomainSnapshotListFlags`.
  public static let domainListAllSnapshots = Procedure(
    274, "virDomainListAllSnapshots", .reads, .high, DomainRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, SnapshotRef, Int32>.self)
  /// Snapshots based on a snapshot, or with 0 their count: flags are `DomainSnapshotListFlags`.
  public static let domainSnapshotListAllChildren = Procedure(
    275, "virDomainSnapshotListAllChildren", .reads, .high, SnapshotRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, SnapshotRef, Int32>.self)
}
