/// How far the measuring of a guest's dirty memory is (`virDomainDirtyRateStatus`).
public enum DomainDirtyRateStatus: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_DIRTYRATE_UNSTARTED`.
  case unstarted = 0
  /// `VIR_DOMAIN_DIRTYRATE_MEASURING`.
  case measuring = 1
  /// `VIR_DOMAIN_DIRTYRATE_MEASURED`.
  case measured = 2
}

/// How a guest's dirty memory is measured (`virDomainDirtyRateCalcFlags`).
public struct DomainDirtyRateCalcFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING`.
  public static let pageSampling: Self = []
  /// `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP`.
  public static let dirtyBitmap = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING`.
  public static let dirtyRing = Self(rawValue: 1 << 1)
}
