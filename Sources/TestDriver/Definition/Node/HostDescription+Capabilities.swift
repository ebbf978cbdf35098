import XMLTree

extension HostDescription {
  /// What `capabilities` prints, an empty line between its parts as libvirt has it.
  public var capabilities: String {
    let parts = [Self.string(host), Self.string(guest("hvm")), Self.string(guest("xen"))]
    return "<capabilities>\n\n" + parts.joined(separator: "\n") + "\n</capabilities>\n"
  }

  private static func string(_ element: XMLElement) -> String {
    XMLWriter.string(element, indent: 1, open: { $0.name == "cells" || $0.name == "doi" }).replacing(
      "<doi>\n      </doi>", with: "<doi></doi>")
  }

  private var host: XMLElement {
    let pages = pageSizes.map { Self.make("pages", [("unit", "KiB"), ("size", String($0))]) }
    let cpu = Self.make("cpu", [], [XMLElement("arch", text: "i686"), Self.features] + pages)
    let topology = Self.make(
      "topology", [],
      [
        Self.make("cells", [("num", String(cells.count))], cells.enumerated().map { cell($0.element, $0.offset) })
      ])
    let security = Self.make("secmodel", [], [XMLElement("model", text: "testSecurity"), XMLElement("doi")])
    return Self.make(
      "host", [],
      [
        cpu, XMLElement("power_management"), Self.make("iommu", [("support", "no")]), topology, security,
      ])
  }

  private func cell(_ cell: Cell, _ id: Int) -> XMLElement {
    var pages = [(UInt32, UInt64)]()
    pages = [(cell.pageSize, cell.pages)] + pageSizes.filter { $0 > 8 }.map { ($0, 0) }
    let processors = cell.processors.map { processor in
      Self.make(
        "cpu",
        [
          ("id", String(processor.id)), ("socket_id", String(processor.socket)), ("die_id", "0"), ("core_id", String(processor.core)),
          ("siblings", String(processor.id)),
        ])
    }
    return Self.make(
      "cell", [("id", String(id))],
      [
        Self.make("memory", [("unit", "KiB")], text: String(cell.memory))
      ] + pages.map { Self.make("pages", [("unit", "KiB"), ("size", String($0.0))], text: String($0.1)) } + [
        Self.make("cpus", [("num", String(processors.count))], processors)
      ])
  }

  private func guest(_ type: String) -> XMLElement {
    let arch = Self.make(
      "arch", [("name", "i686")],
      [
        XMLElement("wordsize", text: "32"), XMLElement("emulator", text: "/usr/bin/test-hv"), Self.make("domain", [("type", "test")]),
      ])
    return Self.make("guest", [], [XMLElement("os_type", text: type), arch, Self.features])
  }

  private static let features = make("features", [], [XMLElement("pae"), XMLElement("nonpae")])

  private static func make(_ name: String, _ attributes: [(String, String)], _ children: [XMLElement] = [], text: String? = nil)
    -> XMLElement
  {
    var element = XMLElement(name, attributes: attributes.map { XMLAttribute($0.0, $0.1) }, children: children.map { .element($0) })
    if let text { element.children.append(.text(text)) }
    return element
  }
}
