import XMLTree

extension DomainRules {
  /// What only the whole interface can tell, once it has its MAC address.
  static func validateInterface(_ output: XMLElement) throws(DefinitionError) {
    let type = output[attribute: "type"] ?? ""
    if output[child: "target"]?[attribute: "managed"] == "no", type != "ethernet" {
      throw .unsupported("unmanaged target dev is not supported on interfaces of type '\(type)'")
    }
    if type != "ethernet", let source = output[child: "source"], source[child: "ip"] != nil || source[child: "route"] != nil {
      throw .unsupported(
        "Invalid attempt to set network interface host-side IP route and/or address info on interface of type '\(type)'. "
          + "This is only supported on interfaces of type 'ethernet'")
    }
    try checkTeaming(output)
    let mac = output[child: "mac"]?[attribute: "address"] ?? ""
    if output[child: "port"]?[attribute: "isolated"] == "yes" {
      let intro = "interface \(mac) - <port isolated='yes'/> is not supported for network interfaces with"
      if type != "network", type != "bridge" { throw .unsupported("\(intro) type='\(type)'") }
      if let port = output[child: "virtualport"]?[attribute: "type"] { throw .unsupported("\(intro) virtualport type='\(port)'") }
    }
    let isVirtio = output[child: "model"]?[attribute: "type"]?.hasPrefix("virtio") == true
    if !isVirtio, let driver = output[child: "driver"] { try refuseVirtio(driver) }
    guard type == "vhostuser" else { return }
    guard isVirtio else {
      throw .failure(
        "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. "
          + "vhostuser requires the virtio-net* frontend")
    }
    let source = output[child: "source"]
    if source?[child: "reconnect"]?[attribute: "enabled"] == "yes", source?[attribute: "mode"] == "server" {
      throw .unsupported("'reconnect' attribute unsupported 'server' mode for <interface type='vhostuser'>")
    }
  }

  private static func checkTeaming(_ interface: XMLElement) throws(DefinitionError) {
    guard let teaming = interface[child: "teaming"] else { return }
    switch (teaming[attribute: "type"], teaming[attribute: "persistent"]) {
    case ("transient", nil): throw .unsupported("teaming persistent attribute must be set if teaming type is 'transient'")
    case ("persistent", .some): throw .unsupported("teaming persistent attribute not allowed if teaming type is 'persistent'")
    default: break
    }
  }

  /// Two cards that the guest uses as one.
  static let teaming = ElementRule.group(
    "teaming",
    [
      .choice("type", ["persistent", "transient"]).or(.unsupported("unknown teaming type '%'")), .any("persistent"),
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[attribute: "type"] != nil || output[attribute: "persistent"] == nil else {
      throw .unsupported("unknown teaming type '(null)'")
    }
    return output
  }
}
