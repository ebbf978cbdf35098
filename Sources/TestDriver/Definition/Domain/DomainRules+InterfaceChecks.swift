import XMLTree

extension DomainRules {
  /// What only the whole interface can tell.
  static func checkInterface(_ output: XMLElement, _ type: String) throws(DefinitionError) {
    if output[child: "target"]?[attribute: "managed"] == "no", type != "ethernet" {
      throw .unsupported("unmanaged target dev is not supported on interfaces of type '\(type)'")
    }
    if type != "ethernet", let source = output[child: "source"], source[child: "ip"] != nil || source[child: "route"] != nil {
      throw .unsupported(
        "Invalid attempt to set network interface host-side IP route and/or address info on interface of type '\(type)'. "
          + "This is only supported on interfaces of type 'ethernet'")
    }
    if type == "vhostuser" {
      let source = output[child: "source"]
      if source?[child: "reconnect"]?[attribute: "enabled"] == "yes", source?[attribute: "mode"] == "server" {
        throw .unsupported("'reconnect' attribute unsupported 'server' mode for <interface type='vhostuser'>")
      }
      guard output[child: "model"]?[attribute: "type"]?.hasPrefix("virtio") == true else {
        throw .failure(
          "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. "
            + "vhostuser requires the virtio-net* frontend")
      }
    }
    let mac = output[child: "mac"]?[attribute: "address"] ?? ""
    if output[child: "virtualport"] != nil, !["network", "bridge", "direct", "hostdev"].contains(type) {
      throw .unsupported("<virtualport> element unsupported for <interface type='\(type)'>")
    }
    if output[child: "bandwidth"]?[child: "inbound"]?[attribute: "floor"] != nil, type != "network" {
      throw .unsupported("floor attribute is not supported for this config")
    }
    if output[child: "port"]?[attribute: "isolated"] == "yes" {
      let intro = "interface \(mac) - <port isolated='yes'/> is not supported for network interfaces with"
      if type != "network", type != "bridge" { throw .unsupported("\(intro) type='\(type)'") }
      if let port = output[child: "virtualport"]?[attribute: "type"] { throw .unsupported("\(intro) virtualport type='\(port)'") }
    }
  }

  /// Two cards that the guest uses as one.
  static let teaming = ElementRule.group(
    "teaming",
    [
      .choice("type", ["persistent", "transient"]).or(.unsupported("unknown teaming type '%'")), .any("persistent"),
    ]
  ) { (output, _) throws(DefinitionError) in
    switch (output[attribute: "type"], output[attribute: "persistent"]) {
    case (nil, .some): throw .unsupported("unknown teaming type '(null)'")
    case ("transient", nil): throw .unsupported("teaming persistent attribute must be set if teaming type is 'transient'")
    case ("persistent", .some): throw .unsupported("teaming persistent attribute not allowed if teaming type is 'persistent'")
    default: return output
    }
  }
}
