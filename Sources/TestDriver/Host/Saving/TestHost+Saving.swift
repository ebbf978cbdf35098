import LibvirtProtocol

extension TestHost {
  /// Writes a running domain to a file and stops it.
  func save(_ ref: DomainRef, _ path: String, _ xml: String?, _ flags: UInt32) throws {
    try refuseRunningAndPaused(flags)
    try check(flags, in: "testDomainSaveFlags")
    guard xml == nil else { throw unsupportedArgument("xml modification unsupported") }
    let domain = try running(ref)
    try SavedGuest.write(domain.definition.xml(id: domain.id, secure: true), of: domain.definition.name, to: path)
    try change(ref) { stop(&$0, reason: DomainShutoffReason.saved.rawValue, detail: DomainEventStoppedDetail.saved.rawValue) }
  }

  /// Starts the domain that was saved to a file, as it was then.
  func restore(_ path: String, _ xml: String?, _ flags: UInt32) throws {
    try refuseRunningAndPaused(flags)
    try check(flags, in: "testDomainRestoreFlags")
    guard xml == nil else { throw unsupportedArgument("xml modification unsupported") }
    try start(
      definition(SavedGuest.read(path)), reason: DomainRunningReason.restored.rawValue,
      detail: DomainEventStartedDetail.restored.rawValue)
  }

  /// The definition in a file of a saved guest.
  func savedXML(_ path: String, _ flags: UInt32) throws -> String {
    try check(flags, allowed: DomainSaveImageXMLFlags.secure.rawValue, in: "testDomainSaveImageGetXMLDesc")
    return try definition(SavedGuest.read(path)).xml(secure: flags & DomainSaveImageXMLFlags.secure.rawValue != 0)
  }

  /// Replaces the definition in a file of a saved guest.
  func defineSaved(_ path: String, _ xml: String, _ flags: UInt32) throws {
    try refuseRunningAndPaused(flags)
    let known: DomainSaveRestoreFlags = [.running, .paused]
    try check(flags, allowed: known.rawValue, in: "testDomainSaveImageDefineXML")
    _ = try definition(SavedGuest.read(path))
    let changed = try definition(xml)
    try SavedGuest.write(changed.xml(secure: true), of: changed.name, to: path)
  }

  /// Stops a running domain and remembers that it is to be started from its saved state.
  func managedSave(_ ref: DomainRef, _ flags: UInt32) throws {
    try refuseRunningAndPaused(flags)
    let known: DomainSaveRestoreFlags = [.bypassCache, .running, .paused]
    try check(flags, allowed: known.rawValue, in: "testDomainManagedSave")
    let domain = try running(ref)
    guard domain.isPersistent else { throw invalid("cannot do managed save for transient domain") }
    try change(ref) {
      stop(&$0, reason: DomainShutoffReason.saved.rawValue, detail: DomainEventStoppedDetail.saved.rawValue)
      $0.hasManagedSave = true
    }
  }

  func hasManagedSave(_ ref: DomainRef, _ flags: UInt32) throws -> Int32 {
    try check(flags, in: "testDomainHasManagedSaveImage")
    return try domain(ref).hasManagedSave ? 1 : 0
  }

  func removeManagedSave(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, in: "testDomainManagedSaveRemove")
    try change(ref) { $0.hasManagedSave = false }
  }

  /// Writes a file in place of a running domain's memory; with `crash` the domain is gone afterwards.
  func dump(_ ref: DomainRef, _ path: String, format: UInt32, _ flags: UInt32) throws {
    let crash = DomainCoreDumpFlags.crash.rawValue
    try check(flags, allowed: crash, in: "testDomainCoreDumpWithFormat")
    guard format == 0 else { throw LibvirtError(.operationUnsupported, Self.errorDomain, "kdump-compressed format is not supported here") }
    let domain = try running(ref)
    try SavedGuest.dump(domain.definition.name, to: path)
    guard flags & crash != 0 else { return }
    try change(ref) {
      stop(&$0, reason: DomainShutoffReason.crashed.rawValue, detail: DomainEventStoppedDetail.crashed.rawValue)
    }
  }

  private nonisolated func refuseRunningAndPaused(_ flags: UInt32) throws {
    let both: DomainSaveRestoreFlags = [.running, .paused]
    guard DomainSaveRestoreFlags(rawValue: flags).isSuperset(of: both) else { return }
    throw whole("Flags 'VIR_DOMAIN_SAVE_RUNNING' and 'VIR_DOMAIN_SAVE_PAUSED' are mutually exclusive")
  }
}
