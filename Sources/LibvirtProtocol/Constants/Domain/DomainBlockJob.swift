/// What a disk's job does (`virDomainBlockJobType`).
public enum DomainBlockJobType: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// Pulls data up a chain of images.
  case pull = 1
  /// Copies a disk.
  case copy = 2
  /// Merges changes down a chain of images.
  case commit = 3
  /// Merges changes of the active image.
  case activeCommit = 4
  /// Makes a backup.
  case backup = 5
}

/// How far a disk's job is (`virConnectDomainEventBlockJobStatus`).
public enum DomainBlockJobStatus: Int32, CaseIterable, Hashable, Sendable {
  /// It is done.
  case completed = 0
  /// It failed.
  case failed = 1
  /// It was stopped.
  case canceled = 2
  /// It keeps two disks alike until it is ended.
  case ready = 3
}

/// In which unit a disk job's limit is told (`virDomainBlockJobInfoFlags`).
public struct DomainBlockJobInfoFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// In bytes/s, not MiB/s.
  public static let bandwidthBytes = Self(rawValue: 1 << 0)
}

/// In which unit a disk job's limit is given (`virDomainBlockJobSetSpeedFlags`).
public struct DomainBlockJobSetSpeedFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// In bytes/s, not MiB/s.
  public static let bandwidthBytes = Self(rawValue: 1 << 0)
}

/// How a disk's job is ended (`virDomainBlockJobAbortFlags`).
public struct DomainBlockJobAbortFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The call does not wait for the end.
  public static let async = Self(rawValue: 1 << 0)
  /// The domain goes on with the copy.
  public static let pivot = Self(rawValue: 1 << 1)
}

/// What is wrong with a disk (`virDomainDiskErrorCode`).
public enum DomainDiskErrorCode: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing.
  case none = 0
  /// Not known.
  case unspec = 1
  /// There is no space left on the host.
  case noSpace = 2
}
