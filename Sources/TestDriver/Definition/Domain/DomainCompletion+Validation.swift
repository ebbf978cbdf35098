import LibvirtProtocol
import XMLTree

extension DomainCompletion {
  /// What libvirt checks at the very end, in its order.
  func validate(_ devices: DeviceList, _ input: XMLElement) throws(DefinitionError) {
    try devices.validate(cells: root.descendant("cpu", "numa")?.elements("cell").count)
    try devices.checkDuplicates()
    try checkTopology()
    try devices.checkAliases()
    try checkIOMMU(devices)
    for name in ["on_poweroff", "on_reboot", "on_crash"] {
      if let action = root[child: name]?.text { try DomainRules.checkAction(action, of: name) }
    }
    try checkHugePages()
    if let os = root[child: "os"] { try checkFirmware(os) }
    if let tune = root[child: "cputune"] { try DomainRules.checkLimits(tune) }
    if let map = root[child: "idmap"] { try DomainRules.checkIDMap(map) }
    try checkCaches()
    if let numa = root.descendant("cpu", "numa") { try checkInterconnects(numa, numa.elements("cell")) }
    try DomainRules.checkBlockPaths(input)
    try devices.checkTags()
    for pool in (root[child: "iothreadids"]?.elements ?? []) + root.elements("defaultiothread") { try DomainRules.checkPool(pool) }
  }

  private func checkTopology() throws(DefinitionError) {
    guard let topology = root.descendant("cpu", "topology") else { return }
    var product: UInt64 = 1
    for name in ["sockets", "dies", "cores", "threads"] {
      product = product.multipliedReportingOverflow(by: UInt64(topology[attribute: name] ?? "") ?? 1).partialValue
      // Each number fits, so this is found before the product overflows.
      guard product <= UInt64(UInt32.max) else {
        throw .unsupported("cpu topology results in more than \(UInt32.max) cpus")
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

  /// One size for each of the guest's cells, and one for those that are not named.
  private func checkHugePages() throws(DefinitionError) {
    let pages = root.descendant("memoryBacking", "hugepages")?.elements ?? []
    let cells = root.descendant("cpu", "numa")?.elements("cell").count ?? 0
    let sets = pages.map { $0[attribute: "nodeset"].flatMap { CPUSet($0) }?.numbers }
    func size(_ index: Int) -> String { pages[index][attribute: "size"] ?? "" }
    for index in pages.indices {
      for other in 0..<index {
        switch (sets[index], sets[other]) {
        case (let one?, let two?) where !Set(one).isDisjoint(with: two):
          throw .detail("nodeset attribute of hugepages of sizes \(size(index)) and \(size(other)) intersect")
        case (nil, nil): throw .detail("two master hugepages detected: \(size(index)) and \(size(other))")
        default: continue
        }
      }
      if let missing = sets[index]?.first(where: { $0 >= cells }) { throw .detail("hugepages: node \(missing) not found") }
    }
  }

  private func checkCaches() throws(DefinitionError) {
    for cell in root.descendant("cpu", "numa")?.elements("cell") ?? [] {
      for cache in cell.elements("cache") where UInt32(cache[attribute: "level"] ?? "") ?? 0 > 3 {
        throw .xml("Ain't nobody heard of that much cache level")
      }
    }
  }
}
