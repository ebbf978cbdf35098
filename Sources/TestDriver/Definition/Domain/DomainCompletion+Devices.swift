import XMLTree

extension DomainCompletion {
  /// Gives every device what it needs from the others: places, ports, names, controllers.
  mutating func completeDevices() throws(DefinitionError) {
    var devices = DeviceList(root[child: "devices"] ?? XMLElement("devices"))
    let kind = root.descendant("os", "type")?.text ?? ""
    try devices.completeControllers()
    try devices.completeDisks()
    devices.completeInterfaces()
    try devices.completePorts(kind)
    try devices.completeInputs(kind)
    try devices.completeDisplays(kind)
    devices.completeHostDevices()
    devices.completeSmartcards()
    try devices.check()
    try checkBoot(devices)
    devices.addControllers()
    place(devices.element)
  }

  private func checkBoot(_ devices: DeviceList) throws(DefinitionError) {
    var orders: Set<String> = []
    for device in ["disk", "interface", "hostdev", "redirdev"].flatMap({ devices[$0] }) {
      guard let order = device[child: "boot"]?[attribute: "order"] else { continue }
      if let os = root[child: "os"], os[child: "boot"] != nil {
        throw .unsupported("per-device boot elements cannot be used together with os/boot elements")
      }
      guard orders.insert(order).inserted else { throw .unsupported("boot order '\(order)' used for more than one device") }
    }
  }
}
