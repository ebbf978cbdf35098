import XMLTree

/// What a domain will have after its next start that it does not have now.
///
/// A running domain's XML says more than its configuration: names of devices on the host, ports that were chosen, labels. All that is
/// put aside before the two are compared.
enum PendingChanges {
  /// The parts that differ, such as `memory`, `disk vdb`; nil if one of the texts is no domain.
  static func between(running: String, next: String) -> [String]? {
    guard let running = try? XMLDocument(running, source: "(domain_definition)").root,
      let next = try? XMLDocument(next, source: "(domain_definition)").root
    else { return nil }
    return settings(running, next) + devices(running, next)
  }

  private static func settings(_ running: XMLElement, _ next: XMLElement) -> [String] {
    let names = ordered(next.elements.map(\.name) + running.elements.map(\.name))
    return ordered(
      names.filter { !runtimeSettings.contains($0) && !isSame($0, running, next) }.map { settingNames[$0] ?? $0 })
  }

  private static func isSame(_ name: String, _ running: XMLElement, _ next: XMLElement) -> Bool {
    if name == "cpu" { return processor(running) == processor(next) || next[child: "cpu"] == nil }
    // Firmware that libvirt chose itself is in the running domain alone.
    let drops: Set = name == "os" && next[child: "os"]?[attribute: "firmware"] != nil ? ["loader", "nvram", "firmware"] : []
    return running.elements(name).map { settled($0, without: drops) } == next.elements(name).map { settled($0, without: drops) }
  }

  /// Of the processor only what libvirt does not rewrite at the start.
  private static func processor(_ root: XMLElement) -> [XMLElement] {
    (root[child: "cpu"]?.elements ?? []).filter { ["topology", "numa"].contains($0.name) }.map { settled($0) }
  }

  private static func devices(_ running: XMLElement, _ next: XMLElement) -> [String] {
    let (running, next) = (counts(running), counts(next))
    return ordered(
      (next.filter { running[$0.key] != $0.value }.map(\.key) + running.filter { next[$0.key] != $0.value }.map(\.key)).map(name(of:))
        .sorted())
  }

  private static func counts(_ root: XMLElement) -> [XMLElement: Int] {
    (root[child: "devices"]?.elements ?? []).reduce(into: [:]) { counts, device in counts[settled(device), default: 0] += 1 }
  }

  /// How a device is called: a disk by its target, an interface by its MAC address, others by what they are.
  private static func name(of device: XMLElement) -> String {
    let own =
      switch device.name {
      case "disk": device[child: "target"]?[attribute: "dev"]
      case "interface": device[child: "mac"]?[attribute: "address"]
      default: nil as String?
      }
    return own.map { "\(device.name) \($0)" } ?? device.name
  }

  private static func ordered(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The element without what only a running domain has.
  private static func settled(_ element: XMLElement, without dropped: Set<String> = []) -> XMLElement {
    var settled = element
    settled.line = 0
    settled.children = element.children.compactMap { node in
      guard case .element(let child) = node else { return node }
      return isRuntime(child, in: element) || dropped.contains(child.name) ? nil : .element(Self.settled(child))
    }
    switch element.name {
    case "source":
      settled[attribute: "index"] = nil
      if element[attribute: "network"] != nil {
        settled[attribute: "portid"] = nil
        settled[attribute: "bridge"] = nil
        settled[attribute: "dev"] = nil
        settled[attribute: "mode"] = nil
      }
    case "interface":
      // A network may be carried out as a bridge or a direct connection.
      if element[child: "source"]?[attribute: "network"] != nil { settled[attribute: "type"] = "network" }
    case "console": settled[attribute: "tty"] = nil
    case "target": settled[attribute: "state"] = nil
    case "graphics" where element[attribute: "autoport"] == "yes":
      for port in ["port", "tlsPort", "websocket"] { settled[attribute: port] = nil }
    case "clock": settled[attribute: "adjustment"] = nil
    default: break
    }
    return settled
  }

  private static func isRuntime(_ child: XMLElement, in parent: XMLElement) -> Bool {
    switch (parent.name, child.name) {
    case (_, "alias"): child[attribute: "name"]?.hasPrefix("ua-") != true
    case (_, "seclabel"), ("disk", "backingStore"), ("disk", "mirror"), ("disk", "privateData"): true
    // The format of an empty drive.
    case ("disk", "driver"): parent[child: "source"] == nil
    case ("interface", "target"):
      ["vnet", "macvtap", "macvlan"].contains { child[attribute: "dev"]?.hasPrefix($0) == true }
    case ("interface", "backend"): child.attributes.isEmpty && child.children.isEmpty
    // The path of a pseudo-terminal, or of a socket that libvirt made.
    case ("serial", "source"), ("console", "source"), ("parallel", "source"): parent[attribute: "type"] == "pty"
    case ("channel", "source"):
      parent[attribute: "type"] == "pty" || child[attribute: "path"]?.contains("/channel/") == true
        || child[attribute: "path"]?.contains("/domain-") == true
    default: false
    }
  }

  /// What libvirt makes up for a running domain.
  private static let runtimeSettings: Set = ["devices", "seclabel", "resource", "vcpus", "iothreadids", "name", "uuid", "genid"]
  private static let settingNames = ["currentMemory": "memory", "vcpu": "vcpus"]
}
