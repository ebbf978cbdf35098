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
  }

  let disks: [Disk]

  /// Reads the disks; throws what the XML parser says.
  init(xml: String) throws {
    let document = try XMLDocument(xml, source: "(domain_definition)")
    disks = (document.root[child: "devices"]?.elements("disk") ?? []).map { disk in
      let source = disk[child: "source"]
      return Disk(
        type: disk[attribute: "type"] ?? "", device: disk[attribute: "device"] ?? "disk",
        target: disk[child: "target"]?[attribute: "dev"] ?? "",
        source: ["file", "dev", "dir", "name", "volume"].lazy.compactMap { source?[attribute: $0] }.first)
    }
  }
}
