import XMLTree

extension DomainCompletion {
  /// Sizes that follow from others, and limits between them.
  mutating func completeMemory() throws(DefinitionError) {
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
    if let max = root[child: "maxMemory"] {
      let size = UInt64(max.text) ?? 0
      guard size > 0, max[attribute: "slots"] != nil else { throw .xml("both maximum memory size and memory slot count must be specified") }
      guard size >= definition.memory else { throw .xml("maximum memory size must be equal or greater than the actual memory size") }
    }
  }
}
