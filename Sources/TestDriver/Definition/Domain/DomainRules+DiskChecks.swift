import XMLTree

extension DomainRules {
  /// What follows from the rest of a disk when it is read.
  static func completeDisk(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement {
    var output = output
    // The type is that of the source.
    if input[child: "source"] == nil { output[attribute: "type"] = "file" }
    if output[child: "readonly"] == nil, output[attribute: "device"] == "cdrom" { insertReadOnly(&output) }
    if output[attribute: "type"] == "network", let policy = input[child: "source"]?[attribute: "startupPolicy"], policy != "default" {
      throw .xml("disk startupPolicy '\(policy)' is not allowed for disk of 'network' type")
    }
    if let name = output[child: "target"]?[attribute: "dev"], input[child: "source"]?[attribute: "fdgroup"] != nil {
      throw .unsupported("driver does not support FD passing for disk '\(name)'")
    }
    if output[attribute: "type"] == "vhostuser", output[attribute: "snapshot"] == nil { output[attribute: "snapshot"] = "no" }
    // What is only read is not in snapshots anyway.
    if output[child: "readonly"] != nil, output[attribute: "snapshot"] == "no", output[attribute: "type"] != "vhostuser" {
      output[attribute: "snapshot"] = nil
    }
    return output
  }

  /// What libvirt checks about a disk once the whole definition is read.
  static func checkDisk(_ disk: XMLElement) throws(DefinitionError) {
    let (type, device) = (disk[attribute: "type"] ?? "", disk[attribute: "device"] ?? "")
    let source = disk[child: "source"]
    guard let target = disk[child: "target"], let name = target[attribute: "dev"] else {
      throw DefinitionError(code: 20, text: "missing target information for device" + nameless(source, type))
    }
    try checkAuthentication(disk)
    if hasCipher(disk) { throw .unsupported("supplying <cipher> for domain disk definition is unnecessary") }
    let path = path(of: source)
    if device == "lun" {
      if type == "file" || type == "dir" { throw blockOnly }
    } else if source?[child: "reservations"] != nil {
      throw .unsupported("<reservations/> allowed only for lun devices")
    }
    guard
      path != nil || type == "volume" || source != nil && !["file", "block", "dir"].contains(type) || device == "cdrom"
        || device == "floppy" || device == "lun"
    else { throw DefinitionError(code: 19, text: "missing source information for device \(name)") }
    try checkFlags(disk, target, device)
    try checkLimits(ofDisk: disk)
    try checkNames(disk)
    try checkBus(target, name, device)
    try checkStartup(source, device)
    try checkWorldWideName(disk)
  }

  /// Whether something says how it is encrypted, in the image or one that it is based on.
  private static func hasCipher(_ element: XMLElement) -> Bool {
    ["encryption", "source", "backingStore"].contains { name in
      element[child: name].map { $0[child: "cipher"] != nil || hasCipher($0) } ?? false
    }
  }

  /// Each protocol has secrets of its own.
  private static func checkAuthentication(_ disk: XMLElement) throws(DefinitionError) {
    guard disk[attribute: "type"] == "network", let auth = disk[child: "auth"] ?? disk.descendant("source", "auth") else { return }
    let type = auth[child: "secret"]?[attribute: "type"]
    guard let type, secretTypes.contains(type) else { throw .unsupported("unknown secret type '\(type ?? "<null>")'") }
    let expected = ["iscsi": "iscsi", "rbd": "ceph"][disk[child: "source"]?[attribute: "protocol"] ?? ""]
    guard expected == nil || expected == type else { throw .unsupported("invalid secret type '\(type)'") }
  }

  private static func path(of source: XMLElement?) -> String? {
    ["file", "dev", "dir", "name", "volume", "path"].lazy.compactMap { source?[attribute: $0] }.first
  }

  /// What is said of a disk that has no name.
  private static func nameless(_ source: XMLElement?, _ type: String) -> String {
    guard type != "vhostuser", let path = path(of: source) else { return "" }
    if type == "volume", let pool = source?[attribute: "pool"] { return " pool = '\(pool)', volume = '\(path)'" }
    // The pool or volume in front is kept elsewhere.
    let isSplit = ["rbd", "gluster"].contains(source?[attribute: "protocol"])
    return " " + (isSplit ? path[(path.firstIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...] : path[...])
  }

  private static let blockOnly = DefinitionError.unsupported("disk device='lun' is only valid for block type disk source")

  /// The bus of a disk: what it says, or what its name says.
  static func bus(of target: XMLElement, _ device: String) -> String? {
    if let bus = target[attribute: "bus"] { return bus }
    if device == "floppy" { return "fdc" }
    let name = target[attribute: "dev"] ?? ""
    let prefixes = [("fd", "ide"), ("hd", "ide"), ("sd", "scsi"), ("vd", "virtio"), ("xvd", "xen"), ("ubd", "uml")]
    return prefixes.first { name.hasPrefix($0.0) }?.1
  }

  /// Floppy disks have their own bus, and their own names.
  private static func checkBus(_ target: XMLElement, _ name: String, _ device: String) throws(DefinitionError) {
    let bus = bus(of: target, device) ?? ""
    if device == "floppy" {
      guard bus == "fdc" else { throw .failure("Invalid bus type '\(bus)' for floppy disk") }
      guard name.hasPrefix("fd") else { throw .failure("Invalid floppy device name: \(name)") }
    } else {
      guard bus != "fdc" else { throw .failure("Invalid bus type 'fdc' for disk") }
      guard device != "disk" || !name.hasPrefix("fd") else { throw .failure("Invalid harddisk device name: \(name)") }
    }
  }

  private static func checkFlags(_ disk: XMLElement, _ target: XMLElement, _ device: String) throws(DefinitionError) {
    if target[attribute: "tray"] != nil, device != "cdrom", device != "floppy" {
      throw .unsupported("tray is only valid for cdrom and floppy")
    }
    if target[attribute: "removable"] != nil, bus(of: target, device) != "usb" { throw .xml("removable is only valid for usb disks") }
    if disk[attribute: "rawio"] != nil, device != "lun" { throw .unsupported("rawio can be used only with device='lun'") }
    if disk[attribute: "sgio"] != nil, device != "lun" { throw .unsupported("sgio can be used only with device='lun'") }
  }

  private static func checkNames(_ disk: XMLElement) throws(DefinitionError) {
    for (name, limit) in [("vendor", 8), ("product", 16)] {
      guard let text = disk[child: name]?.text else { continue }
      guard text.utf8.count <= limit else { throw .unsupported("disk \(name) is more than \(limit) characters") }
      guard text.utf8.allSatisfy({ (32...126).contains($0) }) else { throw .xml("disk \(name) is not printable string") }
    }
  }

  private static func checkWorldWideName(_ disk: XMLElement) throws(DefinitionError) {
    guard let wwn = disk[child: "wwn"]?.text else { return }
    let digits = wwn.hasPrefix("0x") ? wwn.dropFirst(2) : wwn[...]
    guard digits.count == 16, digits.allSatisfy(\.isHexDigit) else { throw .failure("Malformed wwn: \(wwn)") }
  }

  private static func checkStartup(_ source: XMLElement?, _ device: String) throws(DefinitionError) {
    guard source?[attribute: "startupPolicy"] == "requisite", device != "cdrom", device != "floppy" else { return }
    throw .xml("disk startupPolicy 'requisite' is allowed only for cdrom or floppy")
  }

  private static func insertReadOnly(_ disk: inout XMLElement) {
    let before = ["source", "backingStore", "geometry", "blockio", "driver", "auth", "target", "iotune"]
    let index = disk.children.lastIndex { if case .element(let child) = $0 { before.contains(child.name) } else { false } }
    disk.children.insert(.element(XMLElement("readonly")), at: index.map { $0 + 1 } ?? 0)
  }
}
