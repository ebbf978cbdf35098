import LibvirtProtocol
import XMLTree

extension DomainDefinition {
  private static let limits = ["hard_limit", "soft_limit", "min_guarantee", "swap_hard_limit"]

  /// A limit of `memtune`, in KiB; nil where there is none.
  func memoryLimit(_ name: String) -> UInt64? { root.descendant("memtune", name).flatMap { UInt64($0.text) } }

  /// Sets a limit of `memtune`, in KiB, or takes it away.
  mutating func setMemoryLimit(_ name: String, _ kibibytes: UInt64?) {
    var tune = root[child: "memtune"] ?? XMLElement("memtune")
    tune[child: name] = nil
    if let kibibytes {
      let limit = XMLElement(name, attributes: [XMLAttribute("unit", "KiB")], children: [.text(String(kibibytes))])
      tune.insert(limit, order: Self.limits)
    }
    if tune.children.isEmpty { root[child: "memtune"] = nil } else { place(tune) }
  }

  /// Sets how often the balloon is asked, in seconds; false where the guest has no balloon that could be.
  mutating func setBalloonPeriod(_ seconds: Int32) -> Bool {
    guard var devices = root[child: "devices"], var balloon = devices[child: "memballoon"],
      balloon[attribute: "model"]?.hasPrefix("virtio") == true
    else { return false }
    balloon[child: "stats"] = nil
    if seconds > 0 {
      balloon.children.insert(.element(XMLElement("stats", attributes: [XMLAttribute("period", String(seconds))])), at: 0)
    }
    devices[child: "memballoon"] = balloon
    root[child: "devices"] = devices
    return true
  }

  /// How NUMA memory is given: `strict`, `preferred`, `interleave` or `restrictive`; nil where the definition does not say.
  var numaMode: String? { root.descendant("numatune", "memory")?[attribute: "mode"] }

  /// The host's NUMA nodes that memory comes from; nil where the definition does not say.
  var numaNodes: CPUSet? { root.descendant("numatune", "memory")?[attribute: "nodeset"].flatMap { CPUSet($0) } }

  /// Whether the guest's memory is shared out among NUMA cells.
  var hasNUMACells: Bool { root.descendant("cpu", "numa")?[child: "cell"] != nil }

  /// Sets where memory comes from: from some of the host's nodes, or as it is placed now.
  mutating func setNUMA(mode: String, nodes: CPUSet?) {
    var tune = root[child: "numatune"] ?? XMLElement("numatune")
    let source = nodes.map { XMLAttribute("nodeset", $0.description) } ?? XMLAttribute("placement", "auto")
    var memory = XMLElement("memory", attributes: [XMLAttribute("mode", mode), source])
    memory.children = tune[child: "memory"]?.children ?? []
    if tune[child: "memory"] != nil { tune[child: "memory"] = memory } else { tune.children.insert(.element(memory), at: 0) }
    place(tune)
  }
}
