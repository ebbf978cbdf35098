/// What a storage pool is doing (`virStoragePoolState`).
public enum StoragePoolState: Int32, CaseIterable, Hashable, Sendable {
  /// It is not active.
  case inactive = 0
  /// Its storage is being prepared.
  case building = 1
  /// It is active.
  case running = 2
  /// It is active with less than all of its storage.
  case degraded = 3
  /// It is active, but cannot be reached.
  case inaccessible = 4
}

/// Which storage pools are wanted; within each pair, none means both (`virConnectListAllStoragePoolsFlags`).
public struct ConnectListAllStoragePoolsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those that are not active.
  public static let inactive = Self(rawValue: 1 << 0)
  /// Those that are.
  public static let active = Self(rawValue: 1 << 1)
  /// Those that are defined.
  public static let persistent = Self(rawValue: 1 << 2)
  /// Those that are not.
  public static let transient = Self(rawValue: 1 << 3)
  /// Those that start along with the host.
  public static let autostart = Self(rawValue: 1 << 4)
  /// Those that do not.
  public static let noAutostart = Self(rawValue: 1 << 5)
  /// Directories.
  public static let dir = Self(rawValue: 1 << 6)
  /// File systems.
  public static let fs = Self(rawValue: 1 << 7)
  /// File systems of other hosts.
  public static let netfs = Self(rawValue: 1 << 8)
  /// LVM volume groups.
  public static let logical = Self(rawValue: 1 << 9)
  /// Disks.
  public static let disk = Self(rawValue: 1 << 10)
  /// iSCSI targets.
  public static let iscsi = Self(rawValue: 1 << 11)
  /// SCSI host adapters.
  public static let scsi = Self(rawValue: 1 << 12)
  /// Multipath devices.
  public static let mpath = Self(rawValue: 1 << 13)
  /// Ceph's RADOS block devices.
  public static let rbd = Self(rawValue: 1 << 14)
  /// Sheepdog clusters.
  public static let sheepdog = Self(rawValue: 1 << 15)
  /// Gluster volumes.
  public static let gluster = Self(rawValue: 1 << 16)
  /// ZFS pools.
  public static let zfs = Self(rawValue: 1 << 17)
  /// Virtuozzo's storage.
  public static let vstorage = Self(rawValue: 1 << 18)
  /// iSCSI targets without the host's initiator.
  public static let iscsiDirect = Self(rawValue: 1 << 19)
}

/// How a pool's storage is prepared (`virStoragePoolBuildFlags`).
public struct StoragePoolBuildFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// It is made.
  public static let new: Self = []
  /// It is repaired.
  public static let repair = Self(rawValue: 1 << 0)
  /// It is extended.
  public static let resize = Self(rawValue: 1 << 1)
  /// Only if nothing is there.
  public static let noOverwrite = Self(rawValue: 1 << 2)
  /// Even if something is there, which is lost.
  public static let overwrite = Self(rawValue: 1 << 3)
}

/// How a pool is started (`virStoragePoolCreateFlags`).
public struct StoragePoolCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Its storage is there already.
  public static let normal: Self = []
  /// Its storage is prepared.
  public static let withBuild = Self(rawValue: 1 << 0)
  /// Its storage is prepared even if something is there, which is lost.
  public static let withBuildOverwrite = Self(rawValue: 1 << 1)
  /// Its storage is prepared if nothing is there.
  public static let withBuildNoOverwrite = Self(rawValue: 1 << 2)
}

/// How a pool is defined (`virStoragePoolDefineFlags`).
public struct StoragePoolDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a pool's storage is deleted (`virStoragePoolDeleteFlags`).
public struct StoragePoolDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The data may stay on the medium.
  public static let normal: Self = []
  /// The data is overwritten with zeros.
  public static let zeroed = Self(rawValue: 1 << 0)
}

/// Which form of a pool's definition is wanted (`virStorageXMLFlags`).
public struct StorageXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The definition for the next start.
  public static let inactive = Self(rawValue: 1 << 0)
}
