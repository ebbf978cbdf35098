import XMLTree

/// What a wide list shows of a domain's XML.
struct DomainOutline: Sendable {
  /// `kvm`, `qemu`, `xen`, …
  let type: String?
  /// The machine that is emulated.
  let machine: String?
  /// The guest's system by libosinfo's short name, such as `debian/12`, or else `hvm`, `linux`, `exe`, …
  let system: String?
  let title: String?
  let description: String?
  /// The disks' targets.
  let disks: [String]
  /// The network interfaces, each by what it is plugged into.
  let networks: [String]
  /// How many network interfaces there are.
  let interfaceCount: Int
  /// Whether an agent in the guest may be asked: there is a channel, and nothing says that nobody has opened it.
  let hasAgent: Bool

  /// Reads a domain's XML; nil for what is none.
  init?(xml: String) {
    guard let root = try? XMLDocument(xml, source: "(domain_definition)").root else { return nil }
    self.init(root: root)
  }

  init(root: XMLElement) {
    let operatingSystem = root.descendant("os", "type")
    type = root[attribute: "type"]
    machine = operatingSystem?[attribute: "machine"]
    system = Self.libosinfo(root) ?? operatingSystem?.text
    title = root[child: "title"]?.text
    description = root[child: "description"]?.text
    disks = DomainDisks(root: root).disks.map(\.target)
    let interfaces = DomainInterfaces(root: root).interfaces
    interfaceCount = interfaces.count
    networks = interfaces.compactMap { $0.source ?? $0.type }
    let channels = root[child: "devices"]?.elements("channel").compactMap { $0[child: "target"] } ?? []
    hasAgent = channels.contains { $0[attribute: "name"] == "org.qemu.guest_agent.0" && $0[attribute: "state"] != "disconnected" }
  }

  /// The system that virt-install and others noted: `http://debian.org/debian/12` is `debian/12`.
  private static func libosinfo(_ root: XMLElement) -> String? {
    let noted = root[child: "metadata"]?.elements.first { $0.localName == "libosinfo" }
    let id = noted?.elements.first { $0.localName == "os" }?[attribute: "id"]
    return id.map { id in id.split(separator: "/").dropFirst(2).joined(separator: "/") }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
