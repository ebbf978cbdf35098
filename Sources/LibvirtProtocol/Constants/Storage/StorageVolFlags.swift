/// What a volume is on the host (`virStorageVolType`).
public enum StorageVolType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_STORAGE_VOL_FILE`.
  case file = 0
  /// `VIR_STORAGE_VOL_BLOCK`.
  case block = 1
  /// `VIR_STORAGE_VOL_DIR`.
  case dir = 2
  /// `VIR_STORAGE_VOL_NETWORK`.
  case network = 3
  /// `VIR_STORAGE_VOL_NETDIR`.
  case netdir = 4
  /// `VIR_STORAGE_VOL_PLOOP`.
  case ploop = 5
}

/// How a volume is created (`virStorageVolCreateFlags`).
public struct StorageVolCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA`.
  public static let preallocMetadata = Self(rawValue: 1 << 0)
  /// `VIR_STORAGE_VOL_CREATE_REFLINK`.
  public static let reflink = Self(rawValue: 1 << 1)
  /// `VIR_STORAGE_VOL_CREATE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 2)
}

/// How a volume is deleted (`virStorageVolDeleteFlags`).
public struct StorageVolDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_DELETE_NORMAL`.
  public static let normal: Self = []
  /// `VIR_STORAGE_VOL_DELETE_ZEROED`.
  public static let zeroed = Self(rawValue: 1 << 0)
  /// `VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS`.
  public static let withSnapshots = Self(rawValue: 1 << 1)
}

/// How a volume gets another size (`virStorageVolResizeFlags`).
public struct StorageVolResizeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_RESIZE_ALLOCATE`.
  public static let allocate = Self(rawValue: 1 << 0)
  /// `VIR_STORAGE_VOL_RESIZE_DELTA`.
  public static let delta = Self(rawValue: 1 << 1)
  /// `VIR_STORAGE_VOL_RESIZE_SHRINK`.
  public static let shrink = Self(rawValue: 1 << 2)
}

/// What a volume's allocation means (`virStorageVolInfoFlags`).
public struct StorageVolInfoFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_USE_ALLOCATION`.
  public static let useAllocation: Self = []
  /// `VIR_STORAGE_VOL_GET_PHYSICAL`.
  public static let getPhysical = Self(rawValue: 1 << 0)
}

/// How data is sent into a volume (`virStorageVolUploadFlags`).
public struct StorageVolUploadFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM`.
  public static let sparseStream = Self(rawValue: 1 << 0)
}

/// How data is read from a volume (`virStorageVolDownloadFlags`).
public struct StorageVolDownloadFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM`.
  public static let sparseStream = Self(rawValue: 1 << 0)
}

/// What a volume is overwritten with (`virStorageVolWipeAlgorithm`).
public enum StorageVolWipeAlgorithm: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_STORAGE_VOL_WIPE_ALG_ZERO`.
  case zero = 0
  /// `VIR_STORAGE_VOL_WIPE_ALG_NNSA`.
  case nnsa = 1
  /// `VIR_STORAGE_VOL_WIPE_ALG_DOD`.
  case dod = 2
  /// `VIR_STORAGE_VOL_WIPE_ALG_BSI`.
  case bsi = 3
  /// `VIR_STORAGE_VOL_WIPE_ALG_GUTMANN`.
  case gutmann = 4
  /// `VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER`.
  case schneier = 5
  /// `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7`.
  case pfitzner7 = 6
  /// `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33`.
  case pfitzner33 = 7
  /// `VIR_STORAGE_VOL_WIPE_ALG_RANDOM`.
  case random = 8
  /// `VIR_STORAGE_VOL_WIPE_ALG_TRIM`.
  case trim = 9
}
