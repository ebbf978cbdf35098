import XMLTree

extension DeviceList {
  /// Sorts the disks, and gives buses and addresses to those that have none.
  mutating func completeDisks() throws(DefinitionError) {
    var sorted: [XMLElement] = []
    for disk in self["disk"] { Self.insert(disk, into: &sorted) }
    for index in sorted.indices { try Self.complete(&sorted[index]) }
    self["disk"] = sorted
  }

  /// libvirt groups disks by bus as written and sorts them by their names inside a group.
  private static func insert(_ disk: XMLElement, into disks: inout [XMLElement]) {
    let bus = disk[child: "target"]?[attribute: "bus"]
    let rank = index(of: disk) ?? -1
    var place: Int?
    for (position, other) in disks.enumerated().reversed() where other[child: "target"]?[attribute: "bus"] == bus {
      if index(of: other) ?? -1 > rank {
        place = position
      } else if place == nil {
        place = position + 1
      }
    }
    disks.insert(disk, at: place ?? disks.count)
  }

  /// The number that the letters of a name such as `vdc` stand for, 0 for the first; `nil` for other names.
  static func index(of disk: XMLElement) -> Int? {
    let name = disk[child: "target"]?[attribute: "dev"] ?? ""
    guard let prefix = ["fd", "hd", "vd", "sd", "xvd", "ubd"].first(where: { name.hasPrefix($0) }) else { return nil }
    let letters = name.dropFirst(prefix.count).prefix { ("a"..."z").contains($0) }
    let rest = name.dropFirst(prefix.count + letters.count)
    guard !letters.isEmpty, letters.count < 8, rest.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return letters.utf8.reduce(0) { $0 * 26 + Int($1) - 96 } - 1
  }

  private static func complete(_ disk: inout XMLElement) throws(DefinitionError) {
    guard var target = disk[child: "target"], let name = target[attribute: "dev"] else { return }
    if let bus = DomainRules.bus(of: target, disk[attribute: "device"] ?? ""), target[attribute: "bus"] == nil {
      target.insert("bus", bus, after: ["dev"])
    }
    disk[child: "target"] = target
    guard disk[child: "address"] == nil else { return }
    guard let number = index(of: disk) else { throw .xml("Unknown disk name '\(name)' and no address specified") }
    let place: (controller: Int, bus: Int, unit: Int)
    switch target[attribute: "bus"] {
    case "scsi": place = (number / 7, 0, number % 7)
    case "ide": place = (number / 4, number % 4 / 2, number % 2)
    case "fdc": place = (number / 2, 0, number % 2)
    case "sata": place = (number / 6, 0, number % 6)
    default: return
    }
    disk.children.append(.element(driveAddress(place.controller, place.bus, place.unit)))
  }

  static func driveAddress(_ controller: Int, _ bus: Int, _ unit: Int) -> XMLElement {
    XMLElement(
      "address",
      attributes: [
        XMLAttribute("type", "drive"), XMLAttribute("controller", String(controller)), XMLAttribute("bus", String(bus)),
        XMLAttribute("target", "0"), XMLAttribute("unit", String(unit)),
      ])
  }

  /// No two disks of one name or in one place.
  func checkTargets() throws(DefinitionError) {
    let disks = self["disk"]
    func source(_ disk: XMLElement) -> String { disk[child: "source"]?.attributes.first { $0.name != "protocol" }?.value ?? "<null>" }
    let sameTarget = Dictionary(grouping: disks) { $0[child: "target"]?[attribute: "dev"] ?? "" }
    for disk in disks {
      let target = disk[child: "target"]?[attribute: "dev"] ?? ""
      guard let same = sameTarget[target], same.count > 1 else { continue }
      throw .xml("target '\(target)' duplicated for disk sources '\(source(same[0]))' and '\(source(same[1]))'")
    }
    var places: [String: String] = [:]
    for disk in disks {
      guard let address = disk[child: "address"], address[attribute: "type"] == "drive" else { continue }
      let name = disk[child: "target"]?[attribute: "dev"] ?? ""
      let bus = disk[child: "target"]?[attribute: "bus"] ?? ""
      let text = ["controller", "bus", "target", "unit"].map { "\($0)='\(address[attribute: $0] ?? "0")'" }.joined(separator: " ")
      if let first = places["\(bus) \(text)"] {
        throw .unsupported("Found duplicate drive address for disk with target name '\(first)' \(text)")
      }
      places["\(bus) \(text)"] = name
    }
  }
}
