import XMLTree

extension DomainDefinition {
  /// The figures of a block device of the host in `blkiotune`, in libvirt's order.
  static let blockDeviceFigures = ["weight", "read_iops_sec", "write_iops_sec", "read_bytes_sec", "write_bytes_sec"]

  /// The guest's weight for block I/O; 0 where the definition does not say.
  var blockWeight: UInt32 {
    get { root.descendant("blkiotune", "weight").flatMap { UInt32($0.text) } ?? 0 }
    set {
      var tune = root[child: "blkiotune"] ?? XMLElement("blkiotune")
      tune[child: "weight"] = nil
      if newValue > 0 { tune.insert(XMLElement("weight", text: String(newValue)), order: ["weight", "device"]) }
      putBlockTuning(tune)
    }
  }

  /// Paths and values of one figure of all devices that have it, in order.
  func blockDevices(_ figure: String) -> [(path: String, value: String)] {
    (root[child: "blkiotune"]?.elements("device") ?? []).compactMap { device in
      guard let value = device[child: figure]?.text, let path = device[child: "path"]?.text else { return nil }
      return (path, value)
    }
  }

  /// Sets one figure of a device; 0 takes it away, and the device with its last.
  mutating func setBlockDevice(_ path: String, _ figure: String, _ value: UInt64) {
    var tune = root[child: "blkiotune"] ?? XMLElement("blkiotune")
    let index = tune.children.firstIndex {
      if case .element(let element) = $0 { element.name == "device" && element[child: "path"]?.text == path } else { false }
    }
    var device = XMLElement("device", children: [.element(XMLElement("path", text: path))])
    if let index, case .element(let old) = tune.children[index] { device = old }
    device[child: figure] = nil
    if value > 0 { device.insert(XMLElement(figure, text: String(value)), order: ["path"] + Self.blockDeviceFigures) }
    let isEmpty = device.elements.count < 2
    switch index {
    case let index? where isEmpty: tune.children.remove(at: index)
    case let index?: tune.children[index] = .element(device)
    case nil: if !isEmpty { tune.children.append(.element(device)) }
    }
    putBlockTuning(tune)
  }

  private mutating func putBlockTuning(_ tune: XMLElement) {
    if tune.children.isEmpty { root[child: "blkiotune"] = nil } else { place(tune) }
  }
}
