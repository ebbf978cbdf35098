/// Which form of a domain's definition is wanted (`virDomainXMLFlags`).
public struct DomainXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_XML_SECURE`.
  public static let secure = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_XML_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_XML_UPDATE_CPU`.
  public static let updateCpu = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_XML_MIGRATABLE`.
  public static let migratable = Self(rawValue: 1 << 3)
}

/// Which form of a saved domain's definition is wanted (`virDomainSaveImageXMLFlags`).
public struct DomainSaveImageXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SAVE_IMAGE_XML_SECURE`.
  public static let secure = Self(rawValue: 1 << 0)
}
