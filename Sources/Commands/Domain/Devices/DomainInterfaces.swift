import XMLTree

/// The network interfaces of a domain's XML.
struct DomainInterfaces {
  /// One interface.
  struct Interface: Sendable {
    /// `network`, `bridge`, `user`, …
    let type: String?
    /// Its name on the host; nil while it has none.
    let target: String?
    /// The network, bridge, device or socket that it is plugged into.
    let source: String?
    /// `virtio`, `e1000`, …; nil where the hypervisor chooses.
    let model: String?
    let mac: String?
  }

  let interfaces: [Interface]

  /// Reads the interfaces; throws what the XML parser says.
  init(xml: String) throws {
    self.init(root: try XMLDocument(xml, source: "(domain_definition)").root)
  }

  /// Takes the interfaces of a domain that is read already.
  init(root: XMLElement) {
    interfaces = (root[child: "devices"]?.elements("interface") ?? []).map { interface in
      let source = interface[child: "source"]?.attributes.first { ["bridge", "dev", "network", "name", "path"].contains($0.name) }
      return Interface(
        type: interface[attribute: "type"], target: interface[child: "target"]?[attribute: "dev"], source: source?.value,
        model: interface[child: "model"]?[attribute: "type"], mac: interface[child: "mac"]?[attribute: "address"])
    }
  }
}
