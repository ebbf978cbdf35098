import XDR

/// Moving a domain to another host.
extension Remote {
  /// Prepares the destination for a migration of protocol version 1.
  public static let domainMigratePrepare = Procedure(
    61, "virDomainMigratePrepare", .changes, .low, String?.self, UInt64.self, String?.self, UInt64.self, returns: MigratePrepareReply.self)
  /// Sends a guest, in protocol versions 1 and 2, or from peer to peer.
  public static let domainMigratePerform = Procedure(
    62, "virDomainMigratePerform", .changes, .low, DomainRef.self, Opaque<4_194_304>.self, String.self, UInt64.self, String?.self,
    UInt64.self)
  /// Ends a migration of protocol version 1 at the destination.
  public static let domainMigrateFinish = Procedure(
    63, "virDomainMigrateFinish", .changes, .low, String.self, Opaque<4_194_304>.self, String.self, UInt64.self, returns: DomainRef.self)
  /// Prepares the destination for a migration of protocol version 2.
  public static let domainMigratePrepare2 = Procedure(
    108, "virDomainMigratePrepare2", .changes, .low, String?.self, UInt64.self, String?.self, UInt64.self, String.self,
    returns: MigratePrepareReply.self)
  /// Ends a migration of protocol version 2 at the destination.
  public static let domainMigrateFinish2 = Procedure(
    109, "virDomainMigrateFinish2", .changes, .low, String.self, Opaque<4_194_304>.self, String.self, UInt64.self, Int32.self,
    returns: DomainRef.self)
  /// Prepares the destination for a tunnelled migration of protocol version 2; the guest comes in the stream.
  public static let domainMigratePrepareTunnel = Procedure(
    148, "virDomainMigratePrepareTunnel", .changes, .low, UInt64.self, String?.self, UInt64.self, String.self, stream: .write)
  /// Sets the longest pause of a migrating guest, in milliseconds.
  public static let domainMigrateSetMaxDowntime = Procedure(
    166, "virDomainMigrateSetMaxDowntime", .changes, .low, DomainRef.self, UInt64.self, UInt32.self)
  /// Sets the limit of a migration's speed, in MiB/s: flags are `DomainMigrateMaxSpeedFlags`.
  public static let domainMigrateSetMaxSpeed = Procedure(
    207, "virDomainMigrateSetMaxSpeed", .changes, .low, DomainRef.self, UInt64.self, UInt32.self)
  /// Begins a migration of protocol version 3 at the source.
  public static let domainMigrateBegin3 = Procedure(
    213, "virDomainMigrateBegin3", .changes, .low, DomainRef.self, String?.self, UInt64.self, String?.self, UInt64.self,
    returns: MigrateBegin3Reply.self)
  /// Prepares the destination for a migration of protocol version 3.
  public static let domainMigratePrepare3 = Procedure(
    214, "virDomainMigratePrepare3", .changes, .low, Opaque<4_194_304>.self, String?.self, UInt64.self, String?.self, UInt64.self,
    String.self, returns: MigratePrepare3Reply.self)
  /// Prepares the destination for a tunnelled migration of protocol version 3; the guest comes in the stream.
  public static let domainMigratePrepareTunnel3 = Procedure(
    215, "virDomainMigratePrepareTunnel3", .changes, .low, Opaque<4_194_304>.self, UInt64.self, String?.self, UInt64.self, String.self,
    returns: Opaque<4_194_304>.self, stream: .write)
  /// Sends a guest in protocol version 3; answers with a cookie for the destination.
  public static let domainMigratePerform3 = Procedure(
    216, "virDomainMigratePerform3", .changes, .low, DomainRef.self, String?.self, Opaque<4_194_304>.self, String?.self, String?.self,
    UInt64.self, String?.self, UInt64.self, returns: Opaque<4_194_304>.self)
  /// Ends a migration of protocol version 3 at the destination.
  public static let domainMigrateFinish3 = Procedure(
    217, "virDomainMigrateFinish3", .changes, .low, String.self, Opaque<4_194_304>.self, String?.self, String?.self, UInt64.self,
    Int32.self, returns: MigrateFinish3Reply.self)
  /// Ends a migration of protocol version 3 at the source.
  public static let domainMigrateConfirm3 = Procedure(
    218, "virDomainMigrateConfirm3", .changes, .low, DomainRef.self, Opaque<4_194_304>.self, UInt64.self, Int32.self)
  /// The limit of a migration's speed, in MiB/s. libvirt refuses it on a read-only connection.
  public static let domainMigrateGetMaxSpeed = Procedure(
    242, "virDomainMigrateGetMaxSpeed", .discloses, .low, DomainRef.self, UInt32.self, returns: UInt64.self)
  /// The size of the cache for compressed migration, in bytes. Answered on a read-only connection too, although libvirt asks for the right
  /// to migrate.
  public static let domainMigrateGetCompressionCache = Procedure(
    299, "virDomainMigrateGetCompressionCache", .reads, .low, DomainRef.self, UInt32.self, returns: UInt64.self)
  /// Sets the size of the cache for compressed migration, in bytes.
  public static let domainMigrateSetCompressionCache = Procedure(
    300, "virDomainMigrateSetCompressionCache", .changes, .low, DomainRef.self, UInt64.self, UInt32.self)
  /// Begins a migration of protocol version 3 with parameters at the source.
  public static let domainMigrateBegin3Params = Procedure(
    302, "virDomainMigrateBegin3Params", .changes, .low, DomainRef.self, Bounded<64, TypedParameter>.self, UInt32.self,
    returns: MigrateBegin3Reply.self)
  /// Prepares the destination for a migration of protocol version 3 with parameters.
  public static let domainMigratePrepare3Params = Procedure(
    303, "virDomainMigratePrepare3Params", .changes, .low, Bounded<64, TypedParameter>.self, Opaque<4_194_304>.self, UInt32.self,
    returns: MigratePrepare3Reply.self)
  /// Prepares the destination for a tunnelled migration of protocol version 3 with parameters.
  public static let domainMigratePrepareTunnel3Params = Procedure(
    304, "virDomainMigratePrepareTunnel3Params", .changes, .low, Bounded<64, TypedParameter>.self, Opaque<4_194_304>.self, UInt32.self,
    returns: Opaque<4_194_304>.self)
  /// Sends a guest in protocol version 3 with parameters; answers with a cookie for the destination.
  public static let domainMigratePerform3Params = Procedure(
    305, "virDomainMigratePerform3Params", .changes, .low, DomainRef.self, String?.self, Bounded<64, TypedParameter>.self,
    Opaque<4_194_304>.self, UInt32.self, returns: Opaque<4_194_304>.self)
  /// Ends a migration of protocol version 3 with parameters at the destination.
  public static let domainMigrateFinish3Params = Procedure(
    306, "virDomainMigrateFinish3Params", .changes, .low, Bounded<64, TypedParameter>.self, Opaque<4_194_304>.self, UInt32.self, Int32.self,
    returns: MigrateFinish3Reply.self)
  /// Ends a migration of protocol version 3 with parameters at the source.
  public static let domainMigrateConfirm3Params = Procedure(
    307, "virDomainMigrateConfirm3Params", .changes, .low, DomainRef.self, Bounded<64, TypedParameter>.self, Opaque<4_194_304>.self,
    UInt32.self, Int32.self)
  /// Lets a migrating guest run at the destination before all its memory is there.
  public static let domainMigrateStartPostCopy = Procedure(
    364, "virDomainMigrateStartPostCopy", .changes, .low, DomainRef.self, UInt32.self)
  /// The longest pause of a migrating guest, in milliseconds. Answered on a read-only connection too, although libvirt asks for the right
  /// to migrate.
  public static let domainMigrateGetMaxDowntime = Procedure(
    387, "virDomainMigrateGetMaxDowntime", .reads, .low, DomainRef.self, UInt32.self, returns: UInt64.self)
}
