import LibvirtProtocol

extension Domain {
  /// Starts an inactive domain and gives its handle with the new number.
  public func start(_ flags: DomainCreateFlags = []) async throws -> Domain {
    if flags.isEmpty {
      try await connection.call(Remote.domainCreate, ref)
      return try await connection.domain(uuid: uuid)
    }
    return Domain(try await connection.call(Remote.domainCreateWithFlags, ref, flags.rawValue), on: connection)
  }

  /// Asks the guest to shut down. It may ignore that; the call does not wait for it.
  public func shutdown(_ modes: DomainShutdownFlags = []) async throws {
    if modes.isEmpty {
      try await connection.call(Remote.domainShutdown, ref)
    } else {
      try await connection.call(Remote.domainShutdownFlags, ref, modes.rawValue)
    }
  }

  /// Asks the guest to reboot.
  public func reboot(_ modes: DomainRebootFlags = []) async throws {
    try await connection.call(Remote.domainReboot, ref, modes.rawValue)
  }

  /// Stops the domain at once, as pulling the plug does. Its definition stays, if it has one.
  public func destroy(_ flags: DomainDestroyFlags = []) async throws {
    if flags.isEmpty {
      try await connection.call(Remote.domainDestroy, ref)
    } else {
      try await connection.call(Remote.domainDestroyFlags, ref, flags.rawValue)
    }
  }

  /// Stops the domain's processors; memory and devices stay as they are.
  public func suspend() async throws { try await connection.call(Remote.domainSuspend, ref) }

  /// Lets a suspended domain go on.
  public func resume() async throws { try await connection.call(Remote.domainResume, ref) }

  /// Removes the definition. A domain that runs goes on until it ends.
  ///
  /// Without flags at all the oldest form of the call is made, which every server knows.
  public func undefine(_ flags: DomainUndefineFlags? = nil) async throws {
    if let flags {
      try await connection.call(Remote.domainUndefineFlags, ref, flags.rawValue)
    } else {
      try await connection.call(Remote.domainUndefine, ref)
    }
  }

  /// Whether the host starts the domain when it starts itself.
  public func setAutostart(_ isOn: Bool) async throws {
    try await connection.call(Remote.domainSetAutostart, ref, isOn ? 1 : 0)
  }

  /// How many snapshots libvirt keeps a record of for the domain.
  public func snapshotRecords() async throws -> Int32 {
    try await connection.call(Remote.domainSnapshotNum, ref, DomainSnapshotListFlags.metadata.rawValue)
  }

  /// Removes the saved state that the next start would resume from.
  public func removeManagedSave() async throws { try await connection.call(Remote.domainManagedSaveRemove, ref, 0) }
}

extension Domain {
  /// Starts an inactive domain with file descriptors of this process handed over.
  ///
  /// The descriptors travel beside the call; a driver that cannot carry them refuses it.
  public func startWithFiles(_ flags: DomainCreateFlags = []) async throws -> Domain {
    Domain(try await connection.call(Remote.domainCreateWithFiles, ref, flags.rawValue), on: connection)
  }
}
