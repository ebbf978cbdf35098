extension XendHost {
  private func known(_ uuid: String) throws(XendError) -> SimulatedDomain {
    guard let domain = domains[uuid] else { throw XendError("Domain '\(uuid)' does not exist") }
    return domain
  }

  func setMaximumMemory(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let (domain, limit) = (try known(uuid), try arguments.number("memory"))
    guard limit > 0 else { throw XendError("Invalid memory size") }
    guard limit >= domain.memory else { throw XendError("memory_dynamic_max must not be less than the memory in use") }
    domains[uuid]?.maximumMemory = limit
    return .value(.integer(0))
  }

  func setMemory(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let (domain, target) = (try known(uuid), try arguments.number("target"))
    guard target > 0 else { throw XendError("Invalid memory size") }
    guard target <= domain.maximumMemory else {
      throw XendError("memory target \(target) is more than the maximum, \(domain.maximumMemory)")
    }
    domains[uuid]?.memory = target
    return .done
  }

  func setVcpus(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let (domain, count) = (try known(uuid), try arguments.number("vcpus"))
    guard count >= 1 else { throw XendError("Zero or less VCPUs is invalid") }
    if domain.isLive {
      guard count <= domain.maximumVcpus else {
        throw XendError("Cannot set vcpus greater than max vcpus on running domain")
      }
      domains[uuid]?.vcpus = count
    } else {
      guard count <= 4096 else { throw XendError("Too many VCPUs") }
      domains[uuid]?.vcpus = count
      domains[uuid]?.maximumVcpus = count
      domains[uuid]?.affinity = (0..<count).map { $0 < domain.affinity.count ? domain.affinity[$0] : [] }
    }
    return .done
  }

  /// Up to 3.3 the list of CPUs is not understood, and all of them are set.
  func pin(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    let domain = try known(uuid)
    let (vcpu, map) = (try arguments.text("vcpu"), try arguments.text("cpumap"))
    var chosen = Array(0..<domain.maximumVcpus)
    if vcpu != "all" || release < .v3_0_3 {
      guard let number = Int(vcpu) else { throw XendError("invalid literal for int(): \(vcpu)") }
      guard chosen.contains(number) else { throw XendError("Cannot pin vcpu: \(number) is out of range") }
      chosen = [number]
    }
    var cpus: [Int] = []
    if release >= .v3_4 {
      for part in map.split(separator: ",") {
        guard let cpu = Int(part.trimmingBlanks) else { throw XendError("invalid literal for int(): \(part)") }
        guard (0..<options.cpus).contains(cpu) else { throw XendError("Cannot pin vcpu: \(vcpu) to cpu: \(map)") }
        cpus.append(cpu)
      }
      guard !cpus.isEmpty else { throw XendError("Cannot pin vcpu: \(vcpu) to no cpu") }
    }
    for number in chosen { domains[uuid]?.affinity[number] = cpus }
    return .value(.integer(0))
  }

  // MARK: - Schedulers

  private func check(scheduler name: String) throws(XendError) {
    guard scheduler == name else { throw XendError("The scheduler is \(scheduler), not \(name)") }
  }

  func credit(_ uuid: String) throws -> HTTPReply {
    try check(scheduler: "credit")
    let credit = try known(uuid).credit
    return .value(.text("{'cap': \(credit.cap), 'weight': \(credit.weight)}"))
  }

  func setCredit(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    try check(scheduler: "credit")
    let domain = try known(uuid)
    var credit = domain.credit
    if release >= .v3_2 || arguments.has("weight") { credit.weight = try arguments.number("weight") }
    if release >= .v3_2 || arguments.has("cap") { credit.cap = try arguments.number("cap") }
    guard (1...65535).contains(credit.weight) else { throw XendError("weight is out of range") }
    guard (0...100 * domain.maximumVcpus).contains(credit.cap) else { throw XendError("cap is out of range") }
    domains[uuid]?.credit = credit
    return .value(.integer(0))
  }

  func sedf(_ uuid: String) throws -> HTTPReply {
    try check(scheduler: "sedf")
    let domain = try known(uuid)
    let sedf = domain.sedf
    return .value(
      .list([
        .text("sedf"), .pair("domid", domain.id ?? -1), .pair("period", sedf.period), .pair("slice", sedf.slice),
        .pair("latency", sedf.latency), .pair("extratime", sedf.extratime), .pair("weight", sedf.weight),
      ]))
  }

  func setSedf(_ uuid: String, _ arguments: OperationArguments) throws -> HTTPReply {
    try check(scheduler: "sedf")
    _ = try liveGuest(uuid, to: "schedule")
    var sedf = SedfParameters()
    sedf.period = try arguments.number("period")
    sedf.slice = try arguments.number("slice")
    sedf.latency = try arguments.number("latency")
    sedf.extratime = try arguments.number("extratime")
    sedf.weight = try arguments.number("weight")
    domains[uuid]?.sedf = sedf
    return .value(.integer(0))
  }
}
