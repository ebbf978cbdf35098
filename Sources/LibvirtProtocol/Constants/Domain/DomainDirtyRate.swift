/// How far the measuring of a guest's dirty memory is (`virDomainDirtyRateStatus`).
public enum DomainDirtyRateStatus: Int32, CaseIterable, Hashable, Sendable {
  /// It has not begun.
  case unstarted = 0
  /// It is under way.
  case measuring = 1
  /// It is done.
  case measured = 2
}

/// How a guest's dirty memory is measured (`virDomainDirtyRateCalcFlags`).
public struct DomainDirtyRateCalcFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// By looking at some pages.
  public static let pageSampling: Self = []
  /// By the hypervisor's map of written pages.
  public static let dirtyBitmap = Self(rawValue: 1 << 0)
  /// By the kernel's ring of written pages.
  public static let dirtyRing = Self(rawValue: 1 << 1)
}
