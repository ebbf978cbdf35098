import XMLTree

extension DomainRules {
  /// What libvirt checks about a disk once it is read, and adds.
  static func checkDisk(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement {
    var output = output
    // The type is that of the source.
    if input[child: "source"] == nil { output[attribute: "type"] = "file" }
    let (type, device) = (output[attribute: "type"] ?? "", output[attribute: "device"] ?? "")
    let source = output[child: "source"]
    let path = ["file", "dev", "dir", "name", "volume", "path"].lazy.compactMap { source?[attribute: $0] }.first
    guard var target = output[child: "target"], let name = target[attribute: "dev"] else {
      var device = path.map { " \($0)" } ?? ""
      if type == "volume", let pool = source?[attribute: "pool"] { device = " pool = '\(pool)', volume = '\(path ?? "")'" }
      if type == "vhostuser" { device = "" }
      throw DefinitionError(code: 20, text: "missing target information for device" + device)
    }
    if device == "lun", path == nil, type == "file" || type == "dir" { throw blockOnly }
    guard
      path != nil || source != nil && !["file", "block", "dir"].contains(type) || device == "cdrom" || device == "floppy"
        || type == "volume" && input[child: "source"] != nil
    else {
      throw DefinitionError(code: 19, text: "missing source information for device \(name)")
    }
    if device == "floppy", !name.hasPrefix("fd") { throw .failure("Invalid floppy device name: \(name)") }
    if device != "floppy", name.hasPrefix("fd") { throw .failure("Invalid harddisk device name: \(name)") }
    try checkFlags(output, target, name, device)
    try checkNames(output)
    if output[child: "readonly"] == nil, device == "cdrom" { insertReadOnly(&output) }
    if device == "lun", type == "file" || type == "dir" { throw blockOnly }
    try checkStartup(source, device)
    if type == "network", let policy = input[child: "source"]?[attribute: "startupPolicy"], policy != "default" {
      throw .xml("disk startupPolicy '\(policy)' is not allowed for disk of 'network' type")
    }
    if source?[attribute: "fdgroup"] != nil || input[child: "source"]?[attribute: "fdgroup"] != nil {
      throw .unsupported("driver does not support FD passing for disk '\(name)'")
    }
    if type == "vhostuser", output[attribute: "snapshot"] == nil { output[attribute: "snapshot"] = "no" }
    target[attribute: "dev"] = name
    output[child: "target"] = target
    return output
  }

  private static let blockOnly = DefinitionError.unsupported("disk device='lun' is only valid for block type disk source")

  /// The bus of a disk: what it says, or what its name says.
  static func bus(of target: XMLElement) -> String? {
    if let bus = target[attribute: "bus"] { return bus }
    let name = target[attribute: "dev"] ?? ""
    let prefixes = [("fd", "fdc"), ("hd", "ide"), ("sd", "scsi"), ("vd", "virtio"), ("xvd", "xen"), ("ubd", "uml")]
    return prefixes.first { name.hasPrefix($0.0) }?.1
  }

  private static func checkFlags(_ disk: XMLElement, _ target: XMLElement, _ name: String, _ device: String) throws(DefinitionError) {
    if target[attribute: "tray"] != nil, device != "cdrom", device != "floppy" {
      throw .unsupported("tray is only valid for cdrom and floppy")
    }
    if target[attribute: "removable"] != nil, bus(of: target) != "usb" { throw .xml("removable is only valid for usb disks") }
    if disk[attribute: "rawio"] != nil, device != "lun" { throw .unsupported("rawio can be used only with device='lun'") }
    if disk[attribute: "sgio"] != nil, device != "lun" { throw .unsupported("sgio can be used only with device='lun'") }
    if disk[child: "source"]?[child: "reservations"] != nil, device != "lun" {
      throw .unsupported("<reservations/> allowed only for lun devices")
    }
  }

  private static func checkNames(_ disk: XMLElement) throws(DefinitionError) {
    if let wwn = disk[child: "wwn"]?.text {
      let digits = wwn.hasPrefix("0x") ? wwn.dropFirst(2) : wwn[...]
      guard digits.count == 16, digits.allSatisfy(\.isHexDigit) else { throw .failure("Malformed wwn: \(wwn)") }
    }
    for (name, limit) in [("vendor", 8), ("product", 16)] {
      guard let text = disk[child: name]?.text else { continue }
      guard text.utf8.count <= limit else { throw .unsupported("disk \(name) is more than \(limit) characters") }
      guard text.utf8.allSatisfy({ (32...126).contains($0) }) else { throw .unsupported("disk \(name) is not printable string") }
    }
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
