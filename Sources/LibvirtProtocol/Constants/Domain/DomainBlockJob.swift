/// What a disk's job does (`virDomainBlockJobType`).
public enum DomainBlockJobType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_PULL`.
  case pull = 1
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_COPY`.
  case copy = 2
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT`.
  case commit = 3
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT`.
  case activeCommit = 4
  /// `VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP`.
  case backup = 5
}

/// How far a disk's job is (`virConnectDomainEventBlockJobStatus`).
public enum DomainBlockJobStatus: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_BLOCK_JOB_COMPLETED`.
  case completed = 0
  /// `VIR_DOMAIN_BLOCK_JOB_FAILED`.
  case failed = 1
  /// `VIR_DOMAIN_BLOCK_JOB_CANCELED`.
  case canceled = 2
  /// `VIR_DOMAIN_BLOCK_JOB_READY`.
  case ready = 3
}

/// In which unit a disk job's limit is told (`virDomainBlockJobInfoFlags`).
public struct DomainBlockJobInfoFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES`.
  public static let bandwidthBytes = Self(rawValue: 1 << 0)
}

/// In which unit a disk job's limit is given (`virDomainBlockJobSetSpeedFlags`).
public struct DomainBlockJobSetSpeedFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES`.
  public static let bandwidthBytes = Self(rawValue: 1 << 0)
}

/// How a disk's job is ended (`virDomainBlockJobAbortFlags`).
public struct DomainBlockJobAbortFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC`.
  public static let async = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT`.
  public static let pivot = Self(rawValue: 1 << 1)
}

/// What is wrong with a disk (`virDomainDiskErrorCode`).
public enum DomainDiskErrorCode: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_DISK_ERROR_NONE`.
  case none = 0
  /// `VIR_DOMAIN_DISK_ERROR_UNSPEC`.
  case unspec = 1
  /// `VIR_DOMAIN_DISK_ERROR_NO_SPACE`.
  case noSpace = 2
}
