import LibvirtProtocol
import XMLTree

extension DomainCompletion {
  /// Numbers the NUMA cells, checks them, and completes the matrix of distances.
  mutating func completeCells() throws(DefinitionError) {
    guard var cpu = root[child: "cpu"], var numa = cpu[child: "numa"] else { return }
    var cells = numa.elements("cell")
    var seen: Set<String> = []
    for index in cells.indices {
      if cells[index][attribute: "id"] == nil { cells[index].attributes.insert(XMLAttribute("id", String(index)), at: 0) }
      let id = cells[index][attribute: "id"] ?? ""
      guard Int(id) ?? cells.count < cells.count else {
        throw .xml(
          "Exactly one 'cell' element per guest NUMA cell allowed, "
            + "non-contiguous ranges or ranges not starting from 0 are not allowed")
      }
      guard seen.insert(id).inserted else { throw .xml("Duplicate NUMA cell info for cell id '\(id)'") }
    }
    cells.sort { Int($0[attribute: "id"] ?? "") ?? 0 < Int($1[attribute: "id"] ?? "") ?? 0 }
    try checkProcessors(cells)
    if cells.contains(where: { $0[child: "distances"] != nil }) { try completeDistances(&cells) }
    numa.children = cells.map { .element($0) } + numa.elements("interconnects").map { .element($0) }
    cpu[child: "numa"] = numa
    root[child: "cpu"] = cpu
  }

  private func checkProcessors(_ cells: [XMLElement]) throws(DefinitionError) {
    let sets = cells.map { $0[attribute: "cpus"].flatMap { CPUSet($0) }?.numbers ?? [] }
    for (index, set) in sets.enumerated() {
      if let other = sets[..<index].firstIndex(where: { !Set($0).isDisjoint(with: set) }) {
        throw .unsupported("NUMA cells \(index) and \(other) have overlapping vCPU ids")
      }
    }
    let max = DomainDefinition(canonical: root).maxVcpus
    guard sets.reduce(0, { $0 + $1.count }) <= max else { throw .failure("Number of CPUs in <numa> exceeds the <vcpu> count") }
    guard sets.joined().allSatisfy({ $0 < max }) else { throw .failure("CPU IDs in <numa> exceed the <vcpu> count") }
  }

  /// Whether the memory of cells is given to cells that there are.
  func checkNodes(_ input: XMLElement) throws(DefinitionError) {
    let cells = root.descendant("cpu", "numa")?.elements("cell").count ?? 0
    if cells == 0, input[child: "numatune"]?[child: "memnode"] != nil {
      throw .xml("Element 'memnode' is invalid without any guest NUMA cells")
    }
    for node in root[child: "numatune"]?.elements("memnode") ?? [] {
      guard node[attribute: "cellid"].flatMap({ Int($0) }) ?? cells < cells else {
        throw .xml("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell")
      }
    }
  }

  private func completeDistances(_ cells: inout [XMLElement]) throws(DefinitionError) {
    for cell in cells {
      let id = cell[attribute: "id"] ?? ""
      for sibling in cell[child: "distances"]?.elements ?? [] {
        let other = sibling[attribute: "id"] ?? ""
        let value = sibling[attribute: "value"].flatMap { Int($0) } ?? 0
        guard Int(other) ?? cells.count < cells.count else {
          throw .xml("'sibling_id \(other)' does not refer to a valid cell within NUMA 'cell id \(id)'")
        }
        guard (10...255).contains(value), (id == other) == (value == 10) else {
          throw .xml("'value \(value)' is invalid for 'sibling id \(other)' under NUMA 'cell id \(id)'")
        }
      }
    }
    let given = cells
    cells = cells.map { cell in
      var cell = cell
      let id = cell[attribute: "id"] ?? ""
      guard cell[child: "distances"] != nil || given.contains(where: { Self.distance($0, id) != nil }) else { return cell }
      var distances = XMLElement("distances")
      for other in given {
        let otherID = other[attribute: "id"] ?? ""
        let value = Self.distance(cell, otherID) ?? Self.distance(other, id) ?? (id == otherID ? "10" : "20")
        distances.children.append(
          .element(XMLElement("sibling", attributes: [XMLAttribute("id", otherID), XMLAttribute("value", value)])))
      }
      cell[child: "distances"] = distances
      return cell
    }
  }

  private static func distance(_ cell: XMLElement, _ id: String) -> String? {
    cell[child: "distances"]?.elements.first { $0[attribute: "id"] == id }?[attribute: "value"]
  }
}
