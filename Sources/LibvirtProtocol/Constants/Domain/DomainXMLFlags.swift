/// Which form of a domain's definition is wanted (`virDomainXMLFlags`).
public struct DomainXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// With passwords and the like.
  public static let secure = Self(rawValue: 1 << 0)
  /// The definition for the next start.
  public static let inactive = Self(rawValue: 1 << 1)
  /// With the CPU that the guest would get.
  public static let updateCpu = Self(rawValue: 1 << 2)
  /// Fit for another, older host.
  public static let migratable = Self(rawValue: 1 << 3)
}

/// Which form of a saved domain's definition is wanted (`virDomainSaveImageXMLFlags`).
public struct DomainSaveImageXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// With passwords and the like.
  public static let secure = Self(rawValue: 1 << 0)
}
