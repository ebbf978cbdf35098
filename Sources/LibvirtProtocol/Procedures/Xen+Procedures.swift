import XDR

/// What only Xen's own daemon has, and libvirt has no procedure for.
extension Xen {
  /// A log of the host: `XenLog`.
  public static let nodeGetLog = Procedure(1, "xendNodeGetLog", .reads, .low, UInt32.self, returns: String.self, program: .xen)
}

/// The logs that xend shows.
public enum XenLog: UInt32, CaseIterable, Hashable, Sendable {
  /// xend's own.
  case daemon = 0
  /// The hypervisor's messages since the host was started, as far as it keeps them.
  case hypervisor = 1
}
