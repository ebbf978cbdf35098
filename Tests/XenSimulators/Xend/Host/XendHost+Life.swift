extension XendHost {
  /// The domain, which must be live and not the privileged one.
  func liveGuest(_ uuid: String, to verb: String) throws(XendError) -> SimulatedDomain {
    guard let domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    guard !domain.isPrivileged else { throw XendError("Cannot \(verb) privileged domain 0") }
    guard domain.isLive else { throw XendError("Domain '\(domain.name)' is not started") }
    return domain
  }

  func create(_ arguments: OperationArguments) throws -> HTTPReply {
    let configuration = try firstConfiguration(arguments)
    var domain = try SimulatedDomain(configuration, release: release, uuid: makeUUID())
    try checkUnique(domain)
    if let other = domains[domain.uuid], let id = other.id {
      throw XendError("VM name '\(domain.name)' already exists as domain \(id)")
    }
    guard domain.memory <= freeMemory else {
      throw XendError("I need \(domain.memory * 1024) KiB, but only \(freeMemory * 1024) KiB are free")
    }
    (domain.id, domain.state, domain.isManaged) = (takeID(), .paused, domains[domain.uuid] != nil)
    domains[domain.uuid] = domain
    return HTTPReply(
      status: 201, reason: "created", body: .expression(domain.document(release: release, seed: options.seed)),
      // Nobody listens there, in xend neither.
      location: "http://\(options.host):8080/xend/domain/\(domain.name)")
  }

  func define(_ arguments: OperationArguments) throws -> HTTPReply {
    var domain = try SimulatedDomain(try firstConfiguration(arguments), release: release, uuid: makeUUID())
    try checkUnique(domain)
    if let known = domains[domain.uuid] {
      guard !known.isPrivileged else { throw XendError("Cannot redefine privileged domain 0") }
      (domain.id, domain.state, domain.pendingShutdown) = (known.id, known.state, known.pendingShutdown)
      if known.affinity.count == domain.affinity.count { domain.affinity = known.affinity }
      (domain.credit, domain.sedf) = (known.credit, known.sedf)
    }
    domain.isManaged = true
    domains[domain.uuid] = domain
    return .done
  }

  /// Of several values only the first is used.
  private func firstConfiguration(_ arguments: OperationArguments) throws(XendError) -> PythonValue {
    guard let first = try arguments.expressions("config").first else { throw XendError("Invalid configuration: nothing") }
    return first
  }

  func start(_ uuid: String) throws -> HTTPReply {
    guard let domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    guard !domain.isLive else { throw XendError("Domain '\(domain.name)' is already running") }
    guard domain.memory <= freeMemory else { throw XendError("Not enough free memory for '\(domain.name)'") }
    domains[uuid]?.id = takeID()
    domains[uuid]?.state = .running
    return .accepted
  }

  func delete(_ uuid: String) throws -> HTTPReply {
    guard let domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    guard !domain.isLive else { throw XendError("Domain '\(domain.name)' is still running: it cannot be deleted") }
    domains[uuid] = nil
    return .accepted
  }

  func pause(_ uuid: String) throws -> HTTPReply {
    let domain = try liveGuest(uuid, to: "pause")
    guard domain.state == .running || domain.state == .paused else { throw XendError("Domain '\(domain.name)' is not running") }
    domains[uuid]?.state = .paused
    return .done
  }

  func unpause(_ uuid: String) throws -> HTTPReply {
    let domain = try liveGuest(uuid, to: "unpause")
    guard domain.state == .paused || domain.state == .running else { throw XendError("Domain '\(domain.name)' is not paused") }
    domains[uuid]?.state = .running
    if domain.pendingShutdown != nil { beginShutdown(uuid, domain.id) }
    return .done
  }

  func shutdown(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let domain = try liveGuest(uuid, to: "shutdown")
    let reason = try arguments.rawText("reason")
    guard ["poweroff", "reboot", "suspend", "crash", "halt"].contains(reason) else { throw XendError("Invalid reason: \(reason)") }
    domains[uuid]?.pendingShutdown = reason
    if domain.state == .running { beginShutdown(uuid, domain.id) }
    return .accepted
  }

  func destroy(_ uuid: String) throws -> HTTPReply {
    _ = try liveGuest(uuid, to: "destroy")
    end(uuid)
    return .accepted
  }

  /// The domain is no more live; a managed one stays.
  func end(_ uuid: String) {
    guard var domain = domains[uuid] else { return }
    (domain.id, domain.state, domain.pendingShutdown) = (nil, .halted, nil)
    domains[uuid] = domain.isManaged ? domain : nil
  }

  func rename(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    guard var domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    guard !domain.isPrivileged else { throw XendError("Cannot rename privileged domain 0") }
    let name = try arguments.text("name")
    try XendError.check(name: name)
    domain.name = name
    try checkName(domain)
    domains[uuid] = domain
    return .accepted
  }

  func sendKey(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    _ = try liveGuest(uuid, to: "send sysrq to")
    guard (0...255).contains(try arguments.number("key")) else { throw XendError("Invalid key") }
    return .accepted
  }

  func reset(_ uuid: String) throws -> HTTPReply {
    guard try liveGuest(uuid, to: "reset").isFullyVirtualized else { throw XendError("reset: only for HVM domains") }
    return .accepted
  }
}
