import Drivers
import LibvirtProtocol
import XDR

extension Domain {
  /// Sends the call that saves the domain's memory to a file of the host and stops the domain. The reply comes when that is done, which
  /// may take minutes; ``abortJob()`` stops it meanwhile.
  ///
  /// A `file` without a slash in front is one of this program's folder. `xml` describes what the domain is to be when it is restored.
  public func save(to file: String, xml: String? = nil, _ flags: DomainSaveRestoreFlags = []) throws -> PendingReply<Nothing> {
    let path = absolutePath(file)
    if flags.isEmpty, xml == nil { return connection.send(Remote.domainSave, ref, path) }
    try flags.check(on: connection)
    return connection.send(Remote.domainSaveFlags, ref, path, xml, flags.rawValue)
  }

  /// Sends the call that saves the domain's memory where libvirt keeps it, until the next start, and stops the domain. The reply comes
  /// when that is done.
  public func managedSave(_ flags: DomainSaveRestoreFlags = []) throws -> PendingReply<Nothing> {
    try flags.check(on: connection)
    return connection.send(Remote.domainManagedSave, ref, flags.rawValue)
  }
}

extension Connection {
  /// Starts a domain from what ``Domain/save(to:xml:_:)`` wrote; `xml` describes what it is to be.
  public func restoreDomain(from file: String, xml: String? = nil, _ flags: DomainSaveRestoreFlags = []) async throws {
    let path = absolutePath(file)
    if flags.isEmpty, xml == nil {
      try await call(Remote.domainRestore, path)
    } else {
      try flags.check(on: self)
      try await call(Remote.domainRestoreFlags, path, xml, flags.rawValue)
    }
  }
}

extension DomainSaveRestoreFlags {
  /// libvirt's library refuses two of them together before it asks anybody, but after it has refused a read-only connection.
  fileprivate func check(on connection: Connection) throws {
    guard contains(.running), contains(.paused), !connection.isReadOnly else { return }
    let text = "Flags 'VIR_DOMAIN_SAVE_RUNNING' and 'VIR_DOMAIN_SAVE_PAUSED' are mutually exclusive"
    throw LibvirtError(code: .invalidArg, domain: .dom, message: text)
  }
}
