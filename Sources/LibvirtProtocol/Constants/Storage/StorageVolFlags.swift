/// What a volume is on the host (`virStorageVolType`).
public enum StorageVolType: Int32, CaseIterable, Hashable, Sendable {
  /// A file.
  case file = 0
  /// A block device.
  case block = 1
  /// A directory.
  case dir = 2
  /// Something on other hosts, such as an RBD image.
  case network = 3
  /// A directory on other hosts.
  case netdir = 4
  /// A ploop image of Virtuozzo.
  case ploop = 5
}

/// How a volume is created (`virStorageVolCreateFlags`).
public struct StorageVolCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Its metadata is written at once, but not its data.
  public static let preallocMetadata = Self(rawValue: 1 << 0)
  /// It shares the data of the one it is cloned from.
  public static let reflink = Self(rawValue: 1 << 1)
  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 2)
}

/// How a volume is deleted (`virStorageVolDeleteFlags`).
public struct StorageVolDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The data may stay on the medium.
  public static let normal: Self = []
  /// The data is overwritten with zeros.
  public static let zeroed = Self(rawValue: 1 << 0)
  /// Snapshots of it go, too.
  public static let withSnapshots = Self(rawValue: 1 << 1)
}

/// How a volume gets another size (`virStorageVolResizeFlags`).
public struct StorageVolResizeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// New space is taken from the host at once.
  public static let allocate = Self(rawValue: 1 << 0)
  /// The size is given as a difference.
  public static let delta = Self(rawValue: 1 << 1)
  /// It may become smaller, and lose data.
  public static let shrink = Self(rawValue: 1 << 2)
}

/// What a volume's allocation means (`virStorageVolInfoFlags`).
public struct StorageVolInfoFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The bytes in use.
  public static let useAllocation: Self = []
  /// The size of the container: of the file or device.
  public static let getPhysical = Self(rawValue: 1 << 0)
}

/// How data is sent into a volume (`virStorageVolUploadFlags`).
public struct StorageVolUploadFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Holes are sent as such.
  public static let sparseStream = Self(rawValue: 1 << 0)
}

/// How data is read from a volume (`virStorageVolDownloadFlags`).
public struct StorageVolDownloadFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Holes are sent as such.
  public static let sparseStream = Self(rawValue: 1 << 0)
}

/// What a volume is overwritten with (`virStorageVolWipeAlgorithm`).
public enum StorageVolWipeAlgorithm: Int32, CaseIterable, Hashable, Sendable {
  /// Zeros, once.
  case zero = 0
  /// 4 passes by NNSA policy letter NAP-14.1-C.
  case nnsa = 1
  /// 4 passes by DoD 5220.22-M section 8-306.
  case dod = 2
  /// 9 passes by the German BSI's recommendation.
  case bsi = 3
  /// 35 passes by Peter Gutmann.
  case gutmann = 4
  /// 7 passes by Bruce Schneier.
  case schneier = 5
  /// 7 random passes by Roy Pfitzner.
  case pfitzner7 = 6
  /// 33 random passes by Roy Pfitzner.
  case pfitzner33 = 7
  /// Random data, once.
  case random = 8
  /// The medium is told that the data is no longer needed.
  case trim = 9
}
