/// What a storage pool is doing (`virStoragePoolState`).
public enum StoragePoolState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_STORAGE_POOL_INACTIVE`.
  case inactive = 0
  /// `VIR_STORAGE_POOL_BUILDING`.
  case building = 1
  /// `VIR_STORAGE_POOL_RUNNING`.
  case running = 2
  /// `VIR_STORAGE_POOL_DEGRADED`.
  case degraded = 3
  /// `VIR_STORAGE_POOL_INACCESSIBLE`.
  case inaccessible = 4
}

/// Which storage pools are wanted; within each pair, none means both (`virConnectListAllStoragePoolsFlags`).
public struct ConnectListAllStoragePoolsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE`.
  public static let active = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT`.
  public static let persistent = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT`.
  public static let transient = Self(rawValue: 1 << 3)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART`.
  public static let autostart = Self(rawValue: 1 << 4)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART`.
  public static let noAutostart = Self(rawValue: 1 << 5)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_DIR`.
  public static let dir = Self(rawValue: 1 << 6)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_FS`.
  public static let fs = Self(rawValue: 1 << 7)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_NETFS`.
  public static let netfs = Self(rawValue: 1 << 8)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL`.
  public static let logical = Self(rawValue: 1 << 9)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_DISK`.
  public static let disk = Self(rawValue: 1 << 10)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI`.
  public static let iscsi = Self(rawValue: 1 << 11)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_SCSI`.
  public static let scsi = Self(rawValue: 1 << 12)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_MPATH`.
  public static let mpath = Self(rawValue: 1 << 13)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_RBD`.
  public static let rbd = Self(rawValue: 1 << 14)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG`.
  public static let sheepdog = Self(rawValue: 1 << 15)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER`.
  public static let gluster = Self(rawValue: 1 << 16)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_ZFS`.
  public static let zfs = Self(rawValue: 1 << 17)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE`.
  public static let vstorage = Self(rawValue: 1 << 18)
  /// `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT`.
  public static let iscsiDirect = Self(rawValue: 1 << 19)
}

/// How a pool's storage is prepared (`virStoragePoolBuildFlags`).
public struct StoragePoolBuildFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_POOL_BUILD_NEW`.
  public static let new: Self = []
  /// `VIR_STORAGE_POOL_BUILD_REPAIR`.
  public static let repair = Self(rawValue: 1 << 0)
  /// `VIR_STORAGE_POOL_BUILD_RESIZE`.
  public static let resize = Self(rawValue: 1 << 1)
  /// `VIR_STORAGE_POOL_BUILD_NO_OVERWRITE`.
  public static let noOverwrite = Self(rawValue: 1 << 2)
  /// `VIR_STORAGE_POOL_BUILD_OVERWRITE`.
  public static let overwrite = Self(rawValue: 1 << 3)
}

/// How a pool is started (`virStoragePoolCreateFlags`).
public struct StoragePoolCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_POOL_CREATE_NORMAL`.
  public static let normal: Self = []
  /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD`.
  public static let withBuild = Self(rawValue: 1 << 0)
  /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE`.
  public static let withBuildOverwrite = Self(rawValue: 1 << 1)
  /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE`.
  public static let withBuildNoOverwrite = Self(rawValue: 1 << 2)
}

/// How a pool is defined (`virStoragePoolDefineFlags`).
public struct StoragePoolDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_POOL_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a pool's storage is deleted (`virStoragePoolDeleteFlags`).
public struct StoragePoolDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_POOL_DELETE_NORMAL`.
  public static let normal: Self = []
  /// `VIR_STORAGE_POOL_DELETE_ZEROED`.
  public static let zeroed = Self(rawValue: 1 << 0)
}

/// Which form of a pool's definition is wanted (`virStorageXMLFlags`).
public struct StorageXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_XML_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
}
