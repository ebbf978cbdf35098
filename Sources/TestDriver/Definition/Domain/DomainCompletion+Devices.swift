import XMLTree

extension DomainCompletion {
  /// Gives every device what it needs from the others: places, ports, names, controllers.
  mutating func completeDevices(_ input: XMLElement) throws(DefinitionError) {
    var devices = DeviceList(root[child: "devices"] ?? XMLElement("devices"))
    let definition = DomainDefinition(canonical: root)
    let (kind, architecture) = (definition.osType, definition.architecture)
    try devices.completeInputs(kind, architecture)
    try devices.checkCounts()
    try devices.checkUSB()
    try checkFirmwareIdentity()
    try devices.completePorts(kind)
    try devices.completeDisks()
    devices.completeInterfaces()
    try completeMemory(devices)
    try devices.completeControllers()
    try devices.completeDisplays(kind, architecture)
    devices.completeHostDevices()
    devices.completeSmartcards()
    try devices.checkPanics()
    try checkBoot(devices)
    try checkIdentity()
    try devices.checkAudios()
    try validate(devices, input)
    devices.addControllers()
    place(devices.element)
  }

  private func checkBoot(_ devices: DeviceList) throws(DefinitionError) {
    var orders: Set<String> = []
    for device in ["disk", "interface", "hostdev", "redirdev", "filesystem"].flatMap({ devices[$0] }) {
      guard let order = device[child: "boot"]?[attribute: "order"] else { continue }
      if let os = root[child: "os"], os[child: "boot"] != nil {
        throw .unsupported("per-device boot elements cannot be used together with os/boot elements")
      }
      guard orders.insert(order).inserted else { throw .unsupported("boot order '\(order)' used for more than one device") }
    }
  }
}
