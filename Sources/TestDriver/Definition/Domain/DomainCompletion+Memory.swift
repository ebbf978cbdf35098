import XMLTree

extension DomainCompletion {
  /// Sizes that follow from others, and limits between them.
  mutating func completeMemory(_ devices: DeviceList) throws(DefinitionError) {
    var definition = DomainDefinition(canonical: root)
    let cells = (root.descendant("cpu", "numa")?.elements("cell") ?? []).compactMap { UInt64($0[attribute: "memory"] ?? "") }
    let total = cells.reduce(UInt64(0)) { $0.addingReportingOverflow($1).partialValue }
    // An explicit size wins over the sum of the cells.
    if definition.memory == 0, total > 0 { definition.memory = total }
    guard definition.memory > 0 else {
      throw .xml("Memory size must be specified via <memory> or in the <numa> configuration")
    }
    if root[child: "currentMemory"] == nil || definition.currentMemory == 0 || definition.currentMemory > definition.memory {
      definition.currentMemory = definition.memory
    }
    root = definition.root
    let sizes = devices["memory"].compactMap { $0.descendant("target", "size").flatMap { UInt64($0.text) } }
    let plugged = sizes.reduce(UInt64(0)) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
    guard plugged <= definition.memory else { throw .xml("Total size of memory devices exceeds the total memory size") }
    guard plugged < definition.memory else {
      throw .xml("Memory size must be specified via <memory> or in the <numa> configuration")
    }
    if let max = root[child: "maxMemory"] {
      let size = UInt64(max.text) ?? 0
      guard size > 0, max[attribute: "slots"] != nil else { throw .xml("both maximum memory size and memory slot count must be specified") }
      guard size >= definition.memory else { throw .xml("maximum memory size must be equal or greater than the actual memory size") }
    }
  }

  /// The only cell of a guest that has none needs no mention.
  mutating func completeHugePages() {
    guard root.descendant("cpu", "numa") == nil, var backing = root[child: "memoryBacking"], var pages = backing[child: "hugepages"] else {
      return
    }
    for index in pages.children.indices {
      guard case .element(var page) = pages.children[index], page[attribute: "nodeset"] == "0" else { continue }
      page[attribute: "nodeset"] = nil
      pages.children[index] = .element(page)
    }
    backing[child: "hugepages"] = pages
    root[child: "memoryBacking"] = backing
  }
}
