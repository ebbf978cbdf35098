import XDR

/// Disks of domains.
extension Remote {
  /// What a disk of a running domain has done.
  public static let domainBlockStats = Procedure(
    64, "virDomainBlockStats", .reads, .low, DomainRef.self, String.self, returns: DomainBlockStats.self)
  /// Bytes of a disk: path, offset, size.
  public static let domainBlockPeek = Procedure(
    103, "virDomainBlockPeek", .discloses, .low, DomainRef.self, String.self, UInt64.self, UInt32.self, UInt32.self,
    returns: Opaque<4_194_304>.self)
  /// The sizes of a disk.
  public static let domainGetBlockInfo = Procedure(
    194, "virDomainGetBlockInfo", .reads, .low, DomainRef.self, String.self, UInt32.self, returns: DomainBlockInfo.self)
  /// Ends the job of a disk: flags are `DomainBlockJobAbortFlags`.
  public static let domainBlockJobAbort = Procedure(237, "virDomainBlockJobAbort", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// How far the job of a disk is: flags are `DomainBlockJobInfoFlags`.
  public static let domainGetBlockJobInfo = Procedure(
    238, "virDomainGetBlockJobInfo", .reads, .low, DomainRef.self, String.self, UInt32.self, returns: DomainBlockJobInfo.self)
  /// Limits the job of a disk: flags are `DomainBlockJobSetSpeedFlags`.
  public static let domainBlockJobSetSpeed = Procedure(
    239, "virDomainBlockJobSetSpeed", .changes, .low, DomainRef.self, String.self, UInt64.self, UInt32.self)
  /// Pulls the data of all backing images up into a disk's own: bandwidth, `DomainBlockPullFlags`.
  public static let domainBlockPull = Procedure(
    240, "virDomainBlockPull", .changes, .low, DomainRef.self, String.self, UInt64.self, UInt32.self)
  /// What a disk has done, in as many figures as the driver has.
  public static let domainBlockStatsFlags = Procedure(
    243, "virDomainBlockStatsFlags", .reads, .low, DomainRef.self, String.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// Gives a disk of a running domain another size, in KiB, or in bytes by `DomainBlockResizeFlags`.
  public static let domainBlockResize = Procedure(
    251, "virDomainBlockResize", .changes, .low, DomainRef.self, String.self, UInt64.self, UInt32.self)
  /// Limits the I/O of a disk: flags are `DomainModificationImpact`.
  public static let domainSetBlockIoTune = Procedure(
    252, "virDomainSetBlockIoTune", .changes, .low, DomainRef.self, String.self, Bounded<32, TypedParameter>.self, UInt32.self)
  /// The limits of a disk's I/O, or with nil just their count.
  public static let domainGetBlockIoTune = Procedure(
    253, "virDomainGetBlockIoTune", .reads, .low, DomainRef.self, String?.self, Int32.self, UInt32.self,
    returns: CountedParameters<32, TypedParameter>.self)
  /// The disks of a domain that failed; with 0 the number of its disks.
  public static let domainGetDiskErrors = Procedure(
    263, "virDomainGetDiskErrors", .reads, .low, DomainRef.self, UInt32.self, UInt32.self, returns: DomainDiskErrors.self)
  /// Gives a disk's image another base, or copies it: base, bandwidth, `DomainBlockRebaseFlags`.
  public static let domainBlockRebase = Procedure(
    266, "virDomainBlockRebase", .changes, .low, DomainRef.self, String.self, String?.self, UInt64.self, UInt32.self)
  /// Merges changes down a chain of images: base, top, bandwidth, `DomainBlockCommitFlags`.
  public static let domainBlockCommit = Procedure(
    290, "virDomainBlockCommit", .changes, .low, DomainRef.self, String.self, String?.self, String?.self, UInt64.self, UInt32.self)
  /// Copies a disk to a destination given as XML, with parameters: flags are `DomainBlockCopyFlags`.
  public static let domainBlockCopy = Procedure(
    345, "virDomainBlockCopy", .changes, .low, DomainRef.self, String.self, String.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// Sets the threshold of a disk beyond which an event tells, in bytes.
  public static let domainSetBlockThreshold = Procedure(
    386, "virDomainSetBlockThreshold", .changes, .low, DomainRef.self, String.self, UInt64.self, UInt32.self)
}
