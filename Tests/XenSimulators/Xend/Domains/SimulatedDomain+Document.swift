extension SimulatedDomain {
  /// The whole domain as `GET` shows it. The order of its keys follows from the seed, its devices come last.
  func document(release: XenRelease, seed: UInt64) -> PythonValue {
    var generator = SeededGenerator(seed, for: uuid)
    let keys = (identity(release) + resources(release, isQuoted: generator.next() % 2 == 0) + life(release))
      .sorted { ($0.head ?? "") < ($1.head ?? "") }.shuffled(using: &generator)
    var shown = devices.map { PythonValue.list([.text("device"), $0.document(of: self, release: release)]) }
    if let id, !isPrivileged, !isFullyVirtualized, release >= .v3_3 {
      let console = PythonValue.list([.text("console"), .pair("protocol", "vt100"), .pair("location", String(id % 64))])
      shown.append(.list([.text("device"), console]))
    }
    return .list([.text("domain")] + keys + shown)
  }

  private func identity(_ release: XenRelease) -> [PythonValue] {
    var keys: [PythonValue] = [.pair("uuid", uuid), .pair("name", name)]
    if let id { keys.append(.pair("domid", id)) }
    let standard: [(String, String)] = [("features", ""), ("bootloader", ""), ("bootloader_args", ""), ("localtime", "0")]
    for (key, value) in standard where settings[key] == nil { keys.append(.pair(key, value)) }
    if release >= .v3_0_4 {
      for key in ["on_xend_start", "on_xend_stop"] where settings[key] == nil { keys.append(.pair(key, "ignore")) }
    }
    for (key, value) in settings where release >= .v3_0_4 || !key.hasPrefix("on_xend") { keys.append(.pair(key, value)) }
    if release == .v3_0_2 { keys.append(.pair("ssidref", 0)) }
    if let image { keys.append(.pair("image", image)) }
    return keys
  }

  private func resources(_ release: XenRelease, isQuoted: Bool) -> [PythonValue] {
    var keys: [PythonValue] = [
      .pair("vcpus", maximumVcpus), .pair("online_vcpus", vcpus),
      .pair("vcpu_avail", .long(vcpus < 63 ? 1 << vcpus - 1 : .max)),
      // Which of its numbers are long depends on the way that they took through xend.
      .pair("memory", isQuoted ? .long(memory) : .integer(memory)), .pair("maxmem", maximumMemory), .pair("shadow_memory", 0),
    ]
    if release >= .v3_3 {
      keys.append(.pair("cpus", .list(affinity.map { .list($0.map { .integer($0) }) })))
    }
    if release <= .v3_1 { keys += [.pair("cpu_weight", credit.weight), .pair("cpu_cap", credit.cap)] }
    return keys
  }

  private func life(_ release: XenRelease) -> [PythonValue] {
    var keys: [PythonValue] = []
    if release >= .v3_0_4 { keys.append(.pair("status", state.rawValue)) }
    guard let id else { return keys }
    keys += [
      .pair("state", state.letters(isOnCPU: isPrivileged, isZombie: isZombie)), .pair("start_time", .float(1_190_000_000.5 + Double(id))),
      .pair("cpu_time", .float(cpuSeconds)), .pair("store_mfn", 1000 + id), .pair("console_mfn", 2000 + id),
    ]
    if release <= .v3_0_3 {
      keys.append(.pair("up_time", .float(3600.25)))
      if state == .shutdown || state == .crashed { keys.append(.pair("shutdown_reason", state == .crashed ? "crash" : "poweroff")) }
    }
    return keys
  }

  /// The time that it has had on CPUs: made up, and the same at each question.
  var cpuSeconds: Double { Double(id ?? 0) * 1.25 + 12.345_678_912 }

  /// `vcpuinfo`: each vcpu and where it runs.
  func vcpuDocument(cpus: Int) -> PythonValue {
    var keys: [PythonValue] = [.pair("name", name), .pair("vcpu_count", maximumVcpus)]
    if let id { keys.insert(.pair("domid", id), at: 0) }
    for number in 0..<maximumVcpus {
      let isOnline = isLive && number < vcpus
      let isRunning = isOnline && isPrivileged
      let allowed = affinity[number].isEmpty ? Array(0..<cpus) : affinity[number]
      keys.append(
        .list([
          .text("vcpu"), .pair("number", number), .pair("online", isOnline ? 1 : 0),
          .pair("blocked", isOnline && !isRunning && state == .running ? 1 : 0), .pair("running", isRunning ? 1 : 0),
          .pair("cpu_time", .float(isOnline ? cpuSeconds / Double(vcpus) : 0)),
          .pair("cpu", isOnline ? allowed[number % allowed.count] : -1), .pair("cpumap", .list(allowed.map { .integer($0) })),
        ]))
    }
    return .list([.text("domain")] + keys)
  }
}
