/// How a domain is saved or restored (`virDomainSaveRestoreFlags`).
public struct DomainSaveRestoreFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SAVE_BYPASS_CACHE`.
  public static let bypassCache = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SAVE_RUNNING`.
  public static let running = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SAVE_PAUSED`.
  public static let paused = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_SAVE_RESET_NVRAM`.
  public static let resetNvram = Self(rawValue: 1 << 3)
}

/// How a domain's memory is dumped (`virDomainCoreDumpFlags`).
public struct DomainCoreDumpFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DUMP_CRASH`.
  public static let crash = Self(rawValue: 1 << 0)
  /// `VIR_DUMP_LIVE`.
  public static let live = Self(rawValue: 1 << 1)
  /// `VIR_DUMP_BYPASS_CACHE`.
  public static let bypassCache = Self(rawValue: 1 << 2)
  /// `VIR_DUMP_RESET`.
  public static let reset = Self(rawValue: 1 << 3)
  /// `VIR_DUMP_MEMORY_ONLY`.
  public static let memoryOnly = Self(rawValue: 1 << 4)
}

/// The format of a memory dump (`virDomainCoreDumpFormat`).
public enum DomainCoreDumpFormat: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_CORE_DUMP_FORMAT_RAW`.
  case raw = 0
  /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB`.
  case kdumpZlib = 1
  /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO`.
  case kdumpLzo = 2
  /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY`.
  case kdumpSnappy = 3
  /// `VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP`.
  case winDmp = 4
}
