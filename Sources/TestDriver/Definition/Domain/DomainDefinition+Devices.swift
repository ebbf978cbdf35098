import XMLTree

extension DomainDefinition {
  /// A disk, as far as commands look into it.
  public struct Disk: Sendable, Hashable {
    /// `file`, `block`, `dir`, `network`, `volume`, `nvme` or `vhostuser`.
    public var type: String
    /// `disk`, `cdrom`, `floppy` or `lun`.
    public var device: String
    /// The path of a file, block device or directory, or the name of a volume or network image; `nil` for an empty drive.
    public var source: String?
    /// The name in the guest, such as `vda`.
    public var target: String
    /// The canonical element.
    public var element: XMLElement
  }

  /// A network interface, as far as commands look into it.
  public struct Interface: Sendable, Hashable {
    /// `network`, `bridge`, `user`, …
    public var type: String
    /// What it is connected to: a network's, bridge's or device's name.
    public var source: String?
    /// The device on the host, such as `testnet0`.
    public var target: String?
    /// The model, such as `virtio`.
    public var model: String?
    /// The MAC address in lower case.
    public var mac: String
    /// The canonical element.
    public var element: XMLElement
  }

  /// The canonical elements of one kind of device, in order.
  public func devices(_ name: String) -> [XMLElement] { root[child: "devices"]?.elements(name) ?? [] }

  /// The disks, in libvirt's order: grouped by bus, then by target.
  public var disks: [Disk] {
    devices("disk").map { element in
      let source = element[child: "source"]
      let names = ["file", "dev", "dir", "volume", "name", "path"]
      return Disk(
        type: element[attribute: "type"] ?? "", device: element[attribute: "device"] ?? "",
        source: names.lazy.compactMap { source?[attribute: $0] }.first,
        target: element[child: "target"]?[attribute: "dev"] ?? "", element: element)
    }
  }

  /// The network interfaces, in the order of the document.
  public var interfaces: [Interface] {
    devices("interface").map { element in
      let source = element[child: "source"]
      let names = ["network", "bridge", "dev", "name", "path"]
      return Interface(
        type: element[attribute: "type"] ?? "", source: names.lazy.compactMap { source?[attribute: $0] }.first,
        target: element[child: "target"]?[attribute: "dev"], model: element[child: "model"]?[attribute: "type"],
        mac: element[child: "mac"]?[attribute: "address"] ?? "", element: element)
    }
  }
}
