/// Where the host's or a guest's memory is kept while it is suspended (`virNodeSuspendTarget`).
public enum NodeSuspendTarget: Int32, CaseIterable, Hashable, Sendable {
  /// In memory.
  case mem = 0
  /// On disk.
  case disk = 1
  /// In memory and on disk.
  case hybrid = 2
}

/// Whether huge pages are added to what there is, or set to a number (`virNodeAllocPagesFlags`).
public struct NodeAllocPagesFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// They are added.
  public static let add: Self = []
  /// There shall be as many as given.
  public static let set = Self(rawValue: 1 << 0)
}
