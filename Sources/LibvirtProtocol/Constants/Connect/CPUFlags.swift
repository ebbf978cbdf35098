/// How a CPU compares with the host's (`virCPUCompareResult`).
public enum CPUCompareResult: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_CPU_COMPARE_ERROR`.
  case error = -1
  /// `VIR_CPU_COMPARE_INCOMPATIBLE`.
  case incompatible = 0
  /// `VIR_CPU_COMPARE_IDENTICAL`.
  case identical = 1
  /// `VIR_CPU_COMPARE_SUPERSET`.
  case superset = 2
}

/// How CPUs are compared (`virConnectCompareCPUFlags`).
public struct ConnectCompareCPUFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE`.
  public static let failIncompatible = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_COMPARE_CPU_VALIDATE_XML`.
  public static let validateXml = Self(rawValue: 1 << 1)
}

/// What the common CPU of several looks like (`virConnectBaselineCPUFlags`).
public struct ConnectBaselineCPUFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES`.
  public static let expandFeatures = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_BASELINE_CPU_MIGRATABLE`.
  public static let migratable = Self(rawValue: 1 << 1)
}
