import XMLTree

/// The disks of a domain's XML.
struct DomainDisks {
  /// One disk.
  struct Disk: Sendable {
    /// `file`, `block`, `network`, …
    let type: String
    /// `disk`, `cdrom`, `floppy`, `lun`.
    let device: String
    /// The guest's name for it.
    let target: String
    /// Where its content is; nil for an empty drive.
    let source: String?
    /// Whether the definition names a source at all.
    let hasSource: Bool
    /// Whether the source is reached by a protocol of the network.
    let hasProtocol: Bool
  }

  let disks: [Disk]

  /// Reads the disks; throws what the XML parser says.
  init(xml: String) throws {
    self.init(root: try XMLDocument(xml, source: "(domain_definition)").root)
  }

  /// Takes the disks of a domain that is read already.
  init(root: XMLElement) {
    disks = (root[child: "devices"]?.elements("disk") ?? []).map { disk in
      let source = disk[child: "source"]
      let type = disk[attribute: "type"] ?? ""
      return Disk(
        type: type, device: disk[attribute: "device"] ?? "disk", target: disk[child: "target"]?[attribute: "dev"] ?? "",
        source: source.flatMap { type == "nvme" ? Self.controller($0) : Self.place($0) }, hasSource: source != nil,
        hasProtocol: source?[attribute: "protocol"] != nil)
    }
  }

  private static func place(_ source: XMLElement) -> String? {
    ["file", "dev", "dir", "name", "volume", "path"].lazy.compactMap { source[attribute: $0] }.first
  }

  /// The PCI address and the namespace of an NVMe controller, as virsh writes them: `nvme://0000:01:00.0/1`.
  private static func controller(_ source: XMLElement) -> String? {
    guard let address = source[child: "address"], let namespace = source[attribute: "namespace"] else { return nil }
    func part(_ name: String) -> Substring { (address[attribute: name] ?? "").trimmingHexPrefix }
    return "nvme://\(part("domain")):\(part("bus")):\(part("slot")).\(part("function"))/\(namespace)"
  }
}

extension String {
  /// The digits behind `0x`.
  fileprivate var trimmingHexPrefix: Substring { hasPrefix("0x") ? dropFirst(2) : self[...] }
}
