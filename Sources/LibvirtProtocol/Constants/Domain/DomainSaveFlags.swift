/// How a domain is saved or restored (`virDomainSaveRestoreFlags`).
public struct DomainSaveRestoreFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The file is read or written around the host's file cache.
  public static let bypassCache = Self(rawValue: 1 << 0)
  /// It runs when restored.
  public static let running = Self(rawValue: 1 << 1)
  /// It is paused when restored.
  public static let paused = Self(rawValue: 1 << 2)
  /// The firmware's variables start from their template.
  public static let resetNvram = Self(rawValue: 1 << 3)
}

/// How a domain's memory is dumped (`virDomainCoreDumpFlags`).
public struct DomainCoreDumpFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The domain is stopped afterwards.
  public static let crash = Self(rawValue: 1 << 0)
  /// The guest goes on meanwhile.
  public static let live = Self(rawValue: 1 << 1)
  /// The file is written around the host's file cache.
  public static let bypassCache = Self(rawValue: 1 << 2)
  /// The guest is reset afterwards.
  public static let reset = Self(rawValue: 1 << 3)
  /// Only memory and registers, in a common format.
  public static let memoryOnly = Self(rawValue: 1 << 4)
}

/// The format of a memory dump (`virDomainCoreDumpFormat`).
public enum DomainCoreDumpFormat: Int32, CaseIterable, Hashable, Sendable {
  /// Uncompressed.
  case raw = 0
  /// kdump's, compressed with zlib.
  case kdumpZlib = 1
  /// kdump's, compressed with LZO.
  case kdumpLzo = 2
  /// kdump's, compressed with snappy.
  case kdumpSnappy = 3
  /// Windows' own.
  case winDmp = 4
}
