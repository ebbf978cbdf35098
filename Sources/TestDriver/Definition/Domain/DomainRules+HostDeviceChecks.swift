import XMLTree

extension DomainRules {
  /// What libvirt checks about a device of the host once everything is read.
  static func validateHostDevice(_ device: XMLElement) throws(DefinitionError) {
    if device[attribute: "sgio"] == "unfiltered" { throw .unsupported("unfiltered sgio is no longer supported") }
    try checkTeaming(device)
    guard device[attribute: "mode"] == "subsystem", let address = device[child: "address"]?[attribute: "type"] else { return }
    switch device[attribute: "type"] {
    case "usb":
      guard address == "usb" else { throw .unsupported("USB host device must use 'usb' address type") }
    case "pci":
      guard ["pci", "unassigned"].contains(address) else {
        throw .failure("PCI host devices must use 'pci' or 'unassigned' address type")
      }
    case "scsi":
      guard address == "drive" else { throw .unsupported("SCSI host device must use 'drive' address type") }
    case "scsi_host":
      guard ["pci", "ccw"].contains(address) else {
        throw .unsupported("SCSI_host host device must use 'pci' or 'ccw' address type")
      }
    case "mdev":
      let model = device[attribute: "model"] ?? ""
      guard model == "vfio-ap" || address == (model == "vfio-ccw" ? "ccw" : "pci") else {
        throw .xml("Unsupported address type '\(address)' with mediated device model '\(model)'")
      }
    default: break
    }
  }

  private static func checkTeaming(_ device: XMLElement) throws(DefinitionError) {
    guard let teaming = device[child: "teaming"] else { return }
    guard teaming[attribute: "type"] == "transient" else {
      throw .unsupported("teaming hostdev devices must have type='transient'")
    }
    guard teaming[attribute: "persistent"] != nil else {
      throw .unsupported("missing required persistent attribute in hostdev teaming element")
    }
    guard device[attribute: "type"] == "pci" else {
      throw .unsupported("teaming is only supported for pci hostdev devices")
    }
  }
}
