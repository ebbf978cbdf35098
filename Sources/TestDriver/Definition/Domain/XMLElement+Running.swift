import XMLTree

extension XMLElement {
  /// A domain with what libvirt says only while it is running: the names of its resource groups, and how much memory is plugged in.
  var running: XMLElement {
    var output = self
    for (parent, change) in [("cputune", Self.nameGroup), ("devices", Self.addCurrent)] {
      guard var element = output[child: parent] else { continue }
      for index in element.children.indices {
        guard case .element(let child) = element.children[index] else { continue }
        element.children[index] = .element(change(child))
      }
      output[child: parent] = element
    }
    return output
  }

  private static func nameGroup(_ group: XMLElement) -> XMLElement {
    guard group.name == "cachetune" || group.name == "memorytune", let cpus = group[attribute: "vcpus"] else { return group }
    var output = group
    output[attribute: "id"] = "vcpus_\(cpus)"
    return output
  }

  /// The test driver plugs in nothing.
  private static func addCurrent(_ device: XMLElement) -> XMLElement {
    guard device.name == "memory", device[attribute: "model"] == "virtio-mem" else { return device }
    var output = device
    let current = XMLElement("current", attributes: [XMLAttribute("unit", "KiB")], children: [.text("0")])
    output[child: "target"]?.insert(current, after: ["size", "node", "block", "requested"])
    return output
  }
}
