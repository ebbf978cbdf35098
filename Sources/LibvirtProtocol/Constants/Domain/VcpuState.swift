/// What a virtual CPU is doing (`virVcpuState`).
public enum VcpuState: Int32, CaseIterable, Hashable, Sendable {
  /// It is offline.
  case offline = 0
  /// It runs.
  case running = 1
  /// It waits for a resource.
  case blocked = 2
}

/// Why no host CPU is told for a virtual one (`virVcpuHostCpuState`).
public enum VcpuHostCpuState: Int32, CaseIterable, Hashable, Sendable {
  /// The hypervisor does not tell.
  case unavailable = -2
  /// The virtual CPU is offline.
  case offline = -1
}
