import XMLTree

extension DomainRules {
  /// What libvirt checks about a disk once it has its bus and its place.
  static func validateDisk(_ disk: XMLElement) throws(DefinitionError) {
    try checkDisk(disk)
    if disk[attribute: "sgio"] == "unfiltered" { throw .unsupported("unfiltered sgio is no longer supported") }
    let target = disk[child: "target"]
    let (name, bus) = (target?[attribute: "dev"] ?? "", target?[attribute: "bus"] ?? "")
    let (driver, source) = (disk[child: "driver"], disk[child: "source"])
    if disk[attribute: "type"] == "nvme", source?[attribute: "namespace"] == "0" {
      throw .unsupported("NVMe namespace can't be zero")
    }
    if bus == "virtio" {
      if disk[attribute: "type"] == "vhostuser" { try checkVhostUser(disk) }
    } else {
      try refuseVirtioBlock(driver)
      if let model = disk[attribute: "model"] { throw .unsupported("disk model '\(model)' not supported for bus '\(bus)'") }
      if disk[attribute: "type"] == "vhostuser" { throw .unsupported("vhostuser disk supports only virtio bus") }
    }
    if disk[attribute: "device"] == "lun" {
      if disk[attribute: "type"] == "network", let kind = source?[attribute: "protocol"], kind != "iscsi" {
        throw .unsupported("disk device='lun' is not supported for protocol='\(kind)'")
      }
      if let format = driver?[attribute: "type"], format != "raw" { throw .unsupported("disk device 'lun' must use 'raw' format") }
      if disk[child: "encryption"] != nil || source?[child: "encryption"] != nil {
        throw .unsupported("disk device 'lun' doesn't support encryption")
      }
    }
    let drives: Set<String> = ["ide", "fdc", "scsi", "sata"]
    if let type = disk[child: "address"]?[attribute: "type"], drives.contains(bus), type != "drive" {
      throw .unsupported("Invalid address type '\(type)' for the disk '\(name)' with the bus type '\(bus)'")
    }
  }

  private static func refuseVirtioBlock(_ driver: XMLElement?) throws(DefinitionError) {
    guard let driver else { return }
    if driver[attribute: "queues"] != nil {
      throw .unsupported("queues attribute in disk driver element is only supported by virtio-blk")
    }
    for option in ["event_idx", "ioeventfd"] where driver[attribute: option] != nil {
      throw .unsupported("disk \(option) mode supported only for virtio bus")
    }
    try refuseVirtio(driver)
  }

  /// A process elsewhere does what these settings are about.
  private static func checkVhostUser(_ disk: XMLElement) throws(DefinitionError) {
    guard disk[attribute: "snapshot"] == "no" else { throw .unsupported("only snapshot=no is supported with vhostuser disk") }
    let options = ["cache", "error_policy", "rerror_policy", "io", "ioeventfd", "copy_on_read", "discard", "iothread", "detect_zeroes"]
    let children = [
      "geometry", "blockio", "iotune", "readonly", "shareable", "transient", "serial", "wwn", "vendor", "product", "encryption",
    ]
    let found =
      children.first { disk[child: $0] != nil } ?? options.first { disk[child: "driver"]?[attribute: $0] != nil }
    if let found { throw .unsupported("\(found) is not supported with vhostuser disk") }
  }
}
