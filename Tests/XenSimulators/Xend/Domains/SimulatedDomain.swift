/// A domain of a simulated host.
struct SimulatedDomain: Sendable {
  /// While it is live.
  var id: Int?
  var uuid: String
  var name: String
  var state = DomainState.halted
  /// Whether it stays when it is not live.
  var isManaged = false
  /// In MiB.
  var memory: Int
  /// In MiB.
  var maximumMemory: Int
  var maximumVcpus: Int
  var vcpus: Int
  /// For each vcpu the CPUs that it may run on; none for all.
  var affinity: [[Int]]
  var credit = CreditParameters()
  var sedf = SedfParameters()
  /// Keys that are kept as they came.
  var settings: [String: PythonValue]
  var image: PythonValue?
  var devices: [SimulatedDevice] = []
  /// Why it will end, once it runs.
  var pendingShutdown: String?

  static let keptKeys = [
    "on_poweroff", "on_reboot", "on_crash", "on_xend_start", "on_xend_stop", "bootloader", "bootloader_args", "features", "localtime",
    "security", "security_label",
  ]

  var isLive: Bool { id != nil }
  var isFullyVirtualized: Bool { image?.head == "hvm" }
  /// Whether its name says that it was destroyed and is not gone yet.
  var isZombie: Bool { name.hasPrefix("Zombie-") }
  /// The privileged domain, which takes no orders.
  var isPrivileged: Bool { id == 0 }

  /// Reads what a client sent to create or define: `(vm …)` or a whole `(domain …)`.
  init(_ configuration: PythonValue, release: XenRelease, uuid newUUID: @autoclosure () -> String) throws(XendError) {
    guard ["vm", "domain"].contains(configuration.head ?? "") else { throw XendError("Invalid configuration: neither vm nor domain") }
    guard let name = configuration.text("name"), !name.isEmpty else { throw XendError("Invalid configuration: name is missing") }
    try XendError.check(name: name)
    self.name = name
    uuid = configuration.text("uuid").flatMap(Self.dashed) ?? newUUID()
    memory = max(configuration.number("memory") ?? 128, 1)
    maximumMemory = max(configuration.number("maxmem") ?? memory, memory)
    maximumVcpus = configuration.number("vcpus") ?? 1
    guard (1...4096).contains(maximumVcpus) else { throw XendError("Invalid configuration: vcpus") }
    vcpus = maximumVcpus
    if let mask = configuration.number("vcpu_avail"), mask > 0 { vcpus = min(mask.nonzeroBitCount, maximumVcpus) }
    affinity = Array(repeating: [], count: maximumVcpus)
    image = configuration["image"]
    settings = [:]
    for key in Self.keptKeys { settings[key] = configuration[key] }
    settings["on_poweroff"] = settings["on_poweroff"] ?? .text("destroy")
    settings["on_reboot"] = settings["on_reboot"] ?? .text("restart")
    settings["on_crash"] = settings["on_crash"] ?? .text("restart")
    switch configuration["cpus"] {
    // As documents show it: a list for each vcpu.
    case .list(let lists)?:
      for (number, list) in zip(affinity.indices, lists) { affinity[number] = list.elements.compactMap(\.asNumber) }
    case let text?:
      if let list = text.asText.flatMap(Self.cpuList) { affinity = Array(repeating: list, count: maximumVcpus) }
    case nil: break
    }
    for device in configuration.elements where device.head == "device" {
      guard let inner = device.elements.dropFirst().first, inner.head != "console" else { continue }
      try add(inner, release: release)
    }
  }

  /// What it does at an event: `destroy`, `restart` and so on.
  func action(on event: String) -> String { settings["on_\(event)"]?.asText ?? "destroy" }

  /// The CPUs of a text like `0-3,^2`, or nil.
  private static func cpuList(_ text: String) -> [Int]? {
    var cpus: Set<Int> = []
    for part in text.split(separator: ",") {
      let isWithout = part.hasPrefix("^")
      let ends = part.drop { $0 == "^" }.split(separator: "-").map { Int($0.trimmingBlanks) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 0...last ~= first, last < 4096 else { return nil }
      if isWithout { cpus.subtract(first...last) } else { cpus.formUnion(first...last) }
    }
    return cpus.sorted()
  }

  /// An uuid with its dashes, or nil for what is none.
  static func dashed(_ text: String) -> String? {
    let digits = text.lowercased().filter { $0 != "-" }
    guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
    var rest = Substring(digits)
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }
}

/// What the credit scheduler knows of a domain.
struct CreditParameters: Sendable {
  var weight = 256
  var cap = 0
}

/// What the SEDF scheduler knows of a domain: times in milliseconds.
struct SedfParameters: Sendable {
  var period = 100
  var slice = 0
  var latency = 0
  var extratime = 1
  var weight = 0
}
