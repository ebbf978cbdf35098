import XMLTree

extension DomainCompletion {
  /// Sizes that follow from others, and limits between them.
  mutating func completeMemory() throws(DefinitionError) {
    completeCells()
    var definition = DomainDefinition(canonical: root)
    let cells = (root.descendant("cpu", "numa")?.elements ?? []).compactMap { UInt64($0[attribute: "memory"] ?? "") }
    let total = cells.reduce(UInt64(0)) { $0.addingReportingOverflow($1).partialValue }
    if total > 0 { definition.memory = total }
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

  /// Numbers the NUMA cells and completes the matrix of distances.
  private mutating func completeCells() {
    guard var cpu = root[child: "cpu"], var numa = cpu[child: "numa"] else { return }
    var cells = numa.elements
    for index in cells.indices where cells[index][attribute: "id"] == nil {
      cells[index].attributes.insert(XMLAttribute("id", String(index)), at: 0)
    }
    cells.sort { Int($0[attribute: "id"] ?? "") ?? 0 < Int($1[attribute: "id"] ?? "") ?? 0 }
    if cells.contains(where: { $0[child: "distances"] != nil }) {
      cells = cells.map { cell in
        var cell = cell
        let id = cell[attribute: "id"] ?? ""
        var distances = XMLElement("distances")
        for other in cells {
          let otherID = other[attribute: "id"] ?? ""
          guard let value = Self.distance(cell, otherID) ?? Self.distance(other, id) ?? (id == otherID ? "10" : nil) else { continue }
          distances.children.append(
            .element(XMLElement("sibling", attributes: [XMLAttribute("id", otherID), XMLAttribute("value", value)])))
        }
        cell[child: "distances"] = distances
        return cell
      }
    }
    numa.children = cells.map { .element($0) }
    cpu[child: "numa"] = numa
    root[child: "cpu"] = cpu
  }

  private static func distance(_ cell: XMLElement, _ id: String) -> String? {
    cell[child: "distances"]?.elements.first { $0[attribute: "id"] == id }?[attribute: "value"]
  }
}
