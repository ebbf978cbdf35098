extension XendHost {
  /// The guest begins to go down, and is down after a while unless it is paused or gone until then.
  func beginShutdown(_ uuid: String, _ id: Int?) {
    let time = options.guestShutdown
    guests.append(
      Task {
        try? await Task.sleep(for: time)
        if !Task.isCancelled { self.finishShutdown(uuid, id) }
      })
  }

  private func finishShutdown(_ uuid: String, _ id: Int?) {
    guard let domain = domains[uuid], domain.id == id, domain.state == .running, let reason = domain.pendingShutdown else { return }
    domains[uuid]?.pendingShutdown = nil
    switch reason {
    case "suspend": domains[uuid]?.state = .suspended
    case "reboot": act(on: uuid, domain.action(on: "reboot"), leaving: .shutdown)
    case "crash": act(on: uuid, domain.action(on: "crash"), leaving: .crashed)
    default: act(on: uuid, domain.action(on: "poweroff"), leaving: .shutdown)
    }
  }

  /// What is done with a domain that has come to its end.
  private func act(on uuid: String, _ action: String, leaving state: DomainState) {
    guard var domain = domains[uuid] else { return }
    switch action {
    case "restart", "coredump-restart":
      (domain.id, domain.state) = (takeID(), .running)
      domains[uuid] = domain
    case "preserve": domains[uuid]?.state = state
    case "rename-restart", "rename_restart":
      // The old one stays under another name and uuid.
      var old = domain
      (old.uuid, old.name, old.state, old.isManaged) = (makeUUID(), "\(domain.name)-\(domain.id ?? 0)", state, false)
      domains[old.uuid] = old
      (domain.id, domain.state) = (takeID(), .running)
      domains[uuid] = domain
    default: end(uuid)
    }
  }
}
