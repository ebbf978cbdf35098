/// How a CPU compares with the host's (`virCPUCompareResult`).
public enum CPUCompareResult: Int32, CaseIterable, Hashable, Sendable {
  /// They cannot be compared.
  case error = -1
  /// It has what the host's has not.
  case incompatible = 0
  /// They are alike.
  case identical = 1
  /// The host's has more.
  case superset = 2
}

/// How CPUs are compared (`virConnectCompareCPUFlags`).
public struct ConnectCompareCPUFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// To be incompatible is an error.
  public static let failIncompatible = Self(rawValue: 1 << 0)
  /// The XML is checked against its schema.
  public static let validateXml = Self(rawValue: 1 << 1)
}

/// What the common CPU of several looks like (`virConnectBaselineCPUFlags`).
public struct ConnectBaselineCPUFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// With all features, those of the model too.
  public static let expandFeatures = Self(rawValue: 1 << 0)
  /// Without features that keep a guest from migrating.
  public static let migratable = Self(rawValue: 1 << 1)
}
