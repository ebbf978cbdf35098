/// Which addresses a look into a guest's memory uses (`virDomainMemoryFlags`).
public struct DomainMemoryFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those of the guest's current address space.
  public static let virtual = Self(rawValue: 1 << 0)
  /// Those of the guest's memory.
  public static let physical = Self(rawValue: 1 << 1)
}

/// What a memory figure of a guest says (`virDomainMemoryStatTags`).
public enum DomainMemoryStatTag: Int32, CaseIterable, Hashable, Sendable {
  /// Read from swap space, in KiB.
  case swapIn = 0
  /// Written to swap space, in KiB.
  case swapOut = 1
  /// Page faults that needed a disk, as a count.
  case majorFault = 2
  /// Other page faults, as a count.
  case minorFault = 3
  /// Memory that the guest does not use, in KiB.
  case unused = 4
  /// Memory that the guest can use, in KiB.
  case available = 5
  /// What the balloon leaves to the guest, in KiB.
  case actualBalloon = 6
  /// What the domain's process occupies on the host, in KiB.
  case rss = 7
  /// What the guest could use without swapping, in KiB.
  case usable = 8
  /// When the guest last told: seconds since 1970.
  case lastUpdate = 9
  /// What could be freed by dropping file caches, in KiB.
  case diskCaches = 10
  /// Huge pages allocated, as a count.
  case hugetlbPgalloc = 11
  /// Huge pages that could not be allocated, as a count.
  case hugetlbPgfail = 12
}

/// How memory is taken from NUMA cells (`virDomainNumatuneMemMode`).
public enum DomainNumatuneMemMode: Int32, CaseIterable, Hashable, Sendable {
  /// Only from the given cells.
  case strict = 0
  /// From the given cell if possible.
  case preferred = 1
  /// From the given cells in turn.
  case interleave = 2
  /// As the host's control groups allow.
  case restrictive = 3
}
