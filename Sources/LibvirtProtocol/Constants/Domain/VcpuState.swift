/// What a virtual CPU is doing (`virVcpuState`).
public enum VcpuState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_VCPU_OFFLINE`.
  case offline = 0
  /// `VIR_VCPU_RUNNING`.
  case running = 1
  /// `VIR_VCPU_BLOCKED`.
  case blocked = 2
}

/// Why no host CPU is told for a virtual one (`virVcpuHostCpuState`).
public enum VcpuHostCpuState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_VCPU_INFO_CPU_UNAVAILABLE`.
  case unavailable = -2
  /// `VIR_VCPU_INFO_CPU_OFFLINE`.
  case offline = -1
}
