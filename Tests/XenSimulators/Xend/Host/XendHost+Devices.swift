extension XendHost {
  func createDevice(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let configuration = try arguments.expression("config")
    guard var domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    guard !domain.isPrivileged else { throw XendError("Cannot attach devices to privileged domain 0") }
    let device = try domain.add(configuration, release: release)
    domains[uuid] = domain
    guard let id = domain.id else { return .done }
    return .value(.list([.text(device.kind), .list([.text("dom"), .integer(id), .text("id"), .integer(device.id)])]))
  }

  func configureDevice(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let configuration = try arguments.expression("config")
    guard let kind = configuration.head, let domain = domains[uuid] else { throw XendError("Invalid parameter: config") }
    let name = try arguments.text("dev")
    // A disk is sent as vbd, whatever driver has it.
    let kinds = SimulatedDevice.isDisk(kind) ? ["vbd", "tap", "tap2"] : [kind]
    guard let index = kinds.lazy.compactMap({ domain.device($0, name) }).first else { throw XendError("Device \(name) not connected") }
    var keys = domain.devices[index].configuration.elements
    for key in configuration.elements.dropFirst() {
      keys.removeAll { $0.head != nil && $0.head == key.head }
      keys.append(key)
    }
    domains[uuid]?.devices[index].configuration = .list(keys)
    return .value(.boolean(true))
  }

  func destroyDevice(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let (kind, name) = (try arguments.text("type"), try arguments.text("dev"))
    if release >= .v3_3 {
      _ = try arguments.number("force")
      _ = try arguments.number("rm_cfg")
    }
    guard let index = domains[uuid]?.device(kind, name) else { throw XendError("Device \(name) not connected") }
    domains[uuid]?.devices.remove(at: index)
    return .done
  }

  func devices(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let kind = try arguments.text("type")
    return .value(.list((domains[uuid]?.devices ?? []).filter { $0.kind == kind }.map(\.listed)))
  }
}
