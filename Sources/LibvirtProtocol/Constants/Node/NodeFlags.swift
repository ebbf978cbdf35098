/// Where the host's or a guest's memory is kept while it is suspended (`virNodeSuspendTarget`).
public enum NodeSuspendTarget: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NODE_SUSPEND_TARGET_MEM`.
  case mem = 0
  /// `VIR_NODE_SUSPEND_TARGET_DISK`.
  case disk = 1
  /// `VIR_NODE_SUSPEND_TARGET_HYBRID`.
  case hybrid = 2
}

/// Whether huge pages are added to what there is, or set to a number (`virNodeAllocPagesFlags`).
public struct NodeAllocPagesFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NODE_ALLOC_PAGES_ADD`.
  public static let add: Self = []
  /// `VIR_NODE_ALLOC_PAGES_SET`.
  public static let set = Self(rawValue: 1 << 0)
}
