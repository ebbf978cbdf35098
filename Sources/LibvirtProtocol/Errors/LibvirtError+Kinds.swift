extension LibvirtError {
  /// What libvirt says to calls after the end of a connection.
  public static let clientSocketClosed = LibvirtError(.internalError, .rpc, "client socket is closed")

  /// A driver has no such procedure: `this function is not supported by the connection driver: virDomainX`.
  public static func unsupported(_ name: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.noSupport, domain, name)
  }

  /// A driver has no such procedure.
  public static func unsupported(_ procedure: some AnyProcedure, _ domain: VirErrorDomain = .none) -> LibvirtError {
    unsupported(procedure.name, domain)
  }

  /// A read-only connection was asked for a change: `operation forbidden: read only access prevents virDomainX`.
  public static func readOnly(_ procedure: some AnyProcedure, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.operationDenied, domain, "read only access prevents \(procedure.name)")
  }

  /// An argument makes no sense: `invalid argument: …`.
  public static func invalidArgument(_ detail: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.invalidArg, domain, detail)
  }

  /// The state of an object does not allow it: `Requested operation is not valid: …`.
  public static func operationInvalid(_ detail: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.operationInvalid, domain, detail)
  }

  /// It did not work: `operation failed: …`.
  public static func operationFailed(_ detail: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.operationFailed, domain, detail)
  }

  /// Something that should not happen: `internal error: …`.
  public static func internalError(_ detail: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.internalError, domain, detail)
  }

  /// A definition cannot be understood: `XML error: …`.
  public static func xmlError(_ detail: String, _ domain: VirErrorDomain = .none) -> LibvirtError {
    LibvirtError(.xmlError, domain, detail)
  }
}
