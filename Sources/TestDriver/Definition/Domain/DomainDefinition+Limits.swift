import XMLTree

extension DomainDefinition {
  /// Changes the interface that a device on the host or a MAC address names; nil where none or several are meant.
  mutating func changeInterface<Result>(_ name: String, _ body: (inout XMLElement) throws -> Result) rethrows -> Result? {
    let found = interfaces.indices.filter { interfaces[$0].target == name || interfaces[$0].mac == name.lowercased() }
    guard found.count == 1 else { return nil }
    return try changeDevice("interface", found[0], body)
  }

  /// Changes the disk that a target or a source's path names; nil where there is none.
  mutating func changeDisk<Result>(_ name: String, _ body: (inout XMLElement) throws -> Result) rethrows -> Result? {
    guard let index = disks.firstIndex(where: { $0.isNamed(name) }) else { return nil }
    return try changeDevice("disk", index, body)
  }

  /// Changes the device of a kind that stands at an index among its like.
  private mutating func changeDevice<Result>(
    _ kind: String, _ number: Int, _ body: (inout XMLElement) throws -> Result
  ) rethrows -> Result? {
    guard var devices = root[child: "devices"] else { return nil }
    let places = devices.children.indices.filter {
      if case .element(let element) = devices.children[$0] { element.name == kind } else { false }
    }
    guard places.indices.contains(number), case .element(var device) = devices.children[places[number]] else { return nil }
    let result = try body(&device)
    devices.children[places[number]] = .element(device)
    root[child: "devices"] = devices
    return result
  }
}

extension DomainDefinition.Disk {
  /// Whether a command means this disk: by its target, or by the path of its source.
  func isNamed(_ name: String) -> Bool { target == name || (name.hasPrefix("/") && source == name) }
}

extension XMLElement {
  /// Puts a child behind the last of those that libvirt writes before it.
  mutating func put(_ child: XMLElement, behind names: Set<String>) {
    self[child: child.name] = nil
    let last = children.lastIndex { if case .element(let element) = $0 { names.contains(element.name) } else { false } }
    children.insert(.element(child), at: last.map { $0 + 1 } ?? 0)
  }
}
