import LibvirtProtocol
import XMLTree

extension XenNode {
  /// What `capabilities` prints, in the form that libvirt's Xen driver had.
  func capabilities() -> String {
    let parts = ([host(cells)] + guests.map(Self.guest)).map {
      XMLWriter.string($0, indent: 1)
    }
    return "<capabilities>\n\n" + parts.joined(separator: "\n") + "\n</capabilities>\n"
  }

  private func host(_ cells: [CPUSet]) -> XMLElement {
    var cpu = XMLElement("cpu", children: [.element(XMLElement("arch", text: architecture))])
    if hasPAE { cpu.append(XMLElement("features", [XMLElement("pae")])) }
    let transports = XMLElement("uri_transports", [XMLElement("uri_transport", text: "xenmigr")])
    var host = XMLElement("host", [cpu, XMLElement("migration_features", [XMLElement("live"), transports])])
    if !cells.isEmpty {
      let elements = cells.enumerated().map { id, cell in
        let cpus = XMLElement("cpus", [("num", String(cell.numbers.count))], cell.numbers.map { XMLElement("cpu", [("id", String($0))]) })
        return XMLElement("cell", [("id", String(id))], [cpus])
      }
      host.append(XMLElement("topology", [XMLElement("cells", [("num", String(cells.count))], elements)]))
    }
    return host
  }

  /// The host's architecture as libvirt calls it; the kernel of 32-bit hosts has many names.
  private var architecture: String {
    let machine = nodeInfo.model.text
    return ["i386", "i486", "i586", "i686", "x86_32", "x86_32p"].contains(machine) ? "i686" : machine
  }

  private static func guest(_ kind: XenGuestKind) -> XMLElement {
    let arch = XMLElement(
      "arch", [("name", kind.architecture)],
      [XMLElement("wordsize", text: String(kind.wordSize)), XMLElement("domain", [("type", "xen")])])
    var features: [XMLElement] = []
    if kind.hasPAE { features.append(XMLElement("pae")) }
    if kind.hasNonPAE { features.append(XMLElement("nonpae")) }
    if kind.isHVM {
      features += ["acpi", "apic"].map { XMLElement($0, [("default", "on"), ("toggle", "yes")]) }
    }
    var guest = XMLElement("guest", [XMLElement("os_type", text: kind.isHVM ? "hvm" : "xen"), arch])
    if !features.isEmpty { guest.append(XMLElement("features", features)) }
    return guest
  }
}
