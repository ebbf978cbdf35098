/// Which addresses a look into a guest's memory uses (`virDomainMemoryFlags`).
public struct DomainMemoryFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_MEMORY_VIRTUAL`.
  public static let virtual = Self(rawValue: 1 << 0)
  /// `VIR_MEMORY_PHYSICAL`.
  public static let physical = Self(rawValue: 1 << 1)
}

/// What a memory figure of a guest says (`virDomainMemoryStatTags`).
public enum DomainMemoryStatTag: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_MEMORY_STAT_SWAP_IN`.
  case swapIn = 0
  /// `VIR_DOMAIN_MEMORY_STAT_SWAP_OUT`.
  case swapOut = 1
  /// `VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT`.
  case majorFault = 2
  /// `VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT`.
  case minorFault = 3
  /// `VIR_DOMAIN_MEMORY_STAT_UNUSED`.
  case unused = 4
  /// `VIR_DOMAIN_MEMORY_STAT_AVAILABLE`.
  case available = 5
  /// `VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON`.
  case actualBalloon = 6
  /// `VIR_DOMAIN_MEMORY_STAT_RSS`.
  case rss = 7
  /// `VIR_DOMAIN_MEMORY_STAT_USABLE`.
  case usable = 8
  /// `VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE`.
  case lastUpdate = 9
  /// `VIR_DOMAIN_MEMORY_STAT_DISK_CACHES`.
  case diskCaches = 10
  /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC`.
  case hugetlbPgalloc = 11
  /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL`.
  case hugetlbPgfail = 12
  /// `VIR_DOMAIN_MEMORY_STAT_NR`.
  case nr = 13
}

/// How memory is taken from NUMA cells (`virDomainNumatuneMemMode`).
public enum DomainNumatuneMemMode: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_NUMATUNE_MEM_STRICT`.
  case strict = 0
  /// `VIR_DOMAIN_NUMATUNE_MEM_PREFERRED`.
  case preferred = 1
  /// `VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE`.
  case interleave = 2
  /// `VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE`.
  case restrictive = 3
}
