import XMLTree

extension DomainCompletion {
  /// Gives every device what it needs from the others: places, ports, names, controllers.
  mutating func completeDevices() throws(DefinitionError) {
    var devices = DeviceList(root[child: "devices"] ?? XMLElement("devices"))
    let definition = DomainDefinition(canonical: root)
    let (kind, architecture) = (definition.osType, definition.architecture)
    try devices.completeControllers()
    try devices.completePorts(kind)
    try devices.completeDisks()
    devices.completeInterfaces()
    try devices.completeInputs(kind, architecture)
    try devices.completeDisplays(kind, architecture)
    devices.completeHostDevices()
    devices.completeSmartcards()
    try devices.checkUSB()
    try checkMemory(devices)
    try devices.validate()
    try checkBoot(devices)
    try devices.check()
    try checkIOMMU(devices)
    devices.addControllers()
    place(devices.element)
  }

  private func checkMemory(_ devices: DeviceList) throws(DefinitionError) {
    let sizes = devices["memory"].compactMap { $0.descendant("target", "size").flatMap { UInt64($0.text) } }
    let total = sizes.reduce(UInt64(0)) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
    let memory = DomainDefinition(canonical: root).memory
    guard total <= memory else { throw .xml("Total size of memory devices exceeds the total memory size") }
    guard total < memory else { throw .xml("Memory size must be specified via <memory> or in the <numa> configuration") }
    for device in devices["memory"] {
      guard let node = device.descendant("target", "node")?.text else { continue }
      guard let numa = root.descendant("cpu", "numa") else {
        throw .detail("can't add memory backend as guest has no NUMA nodes configured")
      }
      let cells = numa.elements("cell").count
      guard UInt32(node) ?? .max < cells else {
        throw .detail("can't add memory backend for guest node '\(node)' as the guest has only '\(cells)' NUMA nodes configured")
      }
    }
  }

  private func checkIOMMU(_ devices: DeviceList) throws(DefinitionError) {
    guard let driver = devices["iommu"].first?[child: "driver"] else { return }
    if driver[attribute: "intremap"] == "on", root.descendant("features", "ioapic")?[attribute: "driver"] != "qemu" {
      throw .unsupported("IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')")
    }
    if driver[attribute: "eim"] == "on", driver[attribute: "intremap"] != "on" {
      throw .unsupported("IOMMU eim requires interrupt remapping to be enabled")
    }
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
