/// Whether a domain's hypervisor process can be talked to (`virDomainControlState`).
public enum DomainControlState: Int32, CaseIterable, Hashable, Sendable {
  /// It answers.
  case ok = 0
  /// It is busy with a long operation.
  case job = 1
  /// It is busy with a command.
  case occupied = 2
  /// It cannot be talked to.
  case error = 3
}

/// Why a domain's hypervisor process cannot be talked to (`virDomainControlErrorReason`).
public enum DomainControlErrorReason: Int32, CaseIterable, Hashable, Sendable {
  /// There is no error.
  case none = 0
  /// Not known.
  case unknown = 1
  /// Its monitor is broken.
  case monitor = 2
  /// libvirt's own data of it is in disorder.
  case `internal` = 3
}
