import XDR

/// Checkpoints of domains, and backups since them.
extension Remote {
  /// Makes a checkpoint described by XML: flags are `DomainCheckpointCreateFlags`.
  public static let domainCheckpointCreateXml = Procedure(
    411, "virDomainCheckpointCreateXML", .changes, .low, DomainRef.self, String.self, UInt32.self, returns: CheckpointRef.self)
  /// A checkpoint's definition as XML: flags are `DomainCheckpointXMLFlags`.
  public static let domainCheckpointGetXmlDesc = Procedure(
    412, "virDomainCheckpointGetXMLDesc", .reads, .low, CheckpointRef.self, UInt32.self, returns: String.self)
  /// A domain's checkpoints, or with 0 their count: flags are `DomainCheckpointListFlags`.
  public static let domainListAllCheckpoints = Procedure(
    413, "virDomainListAllCheckpoints", .reads, .high, DomainRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, CheckpointRef, Int32>.self)
  /// Checkpoints based on a checkpoint, or with 0 their count: flags are `DomainCheckpointListFlags`.
  public static let domainCheckpointListAllChildren = Procedure(
    414, "virDomainCheckpointListAllChildren", .reads, .high, CheckpointRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, CheckpointRef, Int32>.self)
  /// The checkpoint of a name within a domain.
  public static let domainCheckpointLookupByName = Procedure(
    415, "virDomainCheckpointLookupByName", .reads, .high, DomainRef.self, String.self, UInt32.self, returns: CheckpointRef.self)
  /// The checkpoint that a checkpoint is based on.
  public static let domainCheckpointGetParent = Procedure(
    416, "virDomainCheckpointGetParent", .reads, .high, CheckpointRef.self, UInt32.self, returns: CheckpointRef.self)
  /// Deletes a checkpoint: flags are `DomainCheckpointDeleteFlags`.
  public static let domainCheckpointDelete = Procedure(417, "virDomainCheckpointDelete", .changes, .low, CheckpointRef.self, UInt32.self)
  /// Begins a backup described by XML, with a checkpoint if given: flags are `DomainBackupBeginFlags`.
  public static let domainBackupBegin = Procedure(
    421, "virDomainBackupBegin", .changes, .low, DomainRef.self, String.self, String?.self, UInt32.self)
  /// The backup under way, as XML.
  public static let domainBackupGetXmlDesc = Procedure(
    422, "virDomainBackupGetXMLDesc", .reads, .high, DomainRef.self, UInt32.self, returns: String.self)
}
