/// Whether a domain's hypervisor process can be talked to (`virDomainControlState`).
public enum DomainControlState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_CONTROL_OK`.
  case ok = 0
  /// `VIR_DOMAIN_CONTROL_JOB`.
  case job = 1
  /// `VIR_DOMAIN_CONTROL_OCCUPIED`.
  case occupied = 2
  /// `VIR_DOMAIN_CONTROL_ERROR`.
  case error = 3
}

/// Why a domain's hypervisor process cannot be talked to (`virDomainControlErrorReason`).
public enum DomainControlErrorReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_CONTROL_ERROR_REASON_NONE`.
  case none = 0
  /// `VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN`.
  case unknown = 1
  /// `VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR`.
  case monitor = 2
  /// `VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL`.
  case `internal` = 3
}
