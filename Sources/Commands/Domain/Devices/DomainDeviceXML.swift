import XMLTree

/// The devices of a domain's XML, each to be found and given as libvirt wrote it.
struct DomainDeviceXML {
  private let devices: [XMLElement]

  /// Reads a domain's XML; `kind` is the device that is looked for, named in the failure.
  init(_ xml: String, wanting kind: String) throws {
    do {
      // With the white space between the elements, which is printed too.
      devices = try XMLDocument(xml, source: "(domain_definition)", blanks: .keep).root[child: "devices"]?.elements(kind) ?? []
    } catch {
      throw CommandFailure("Failed to get \(kind) information", cause: CommandFailure(error.text))
    }
  }

  /// The disk with this target or source, without the images behind its own.
  func disk(_ name: String) throws -> String {
    guard !devices.isEmpty else { throw CommandFailure("Failed to get disk information") }
    for var disk in devices where disk[child: "target"]?[attribute: "dev"] == name || Self.source(of: disk) == name {
      disk[child: "backingStore"] = nil
      return Self.string(disk)
    }
    throw CommandFailure("No disk found whose source path or target is \(name)")
  }

  /// The first value of an attribute among the devices.
  func firstValue(_ attribute: String) -> String? { devices.lazy.compactMap { $0[attribute: attribute] }.first }

  /// The interface of this type, and of this MAC address where there are several.
  func interface(type: String, mac: String?) throws -> String {
    let found = devices.filter { $0[attribute: "type"] == type }
    guard let first = found.first else { throw CommandFailure("No interface found whose type is \(type)") }
    guard let mac else {
      guard found.count == 1 else {
        throw CommandFailure("Domain has \(found.count) interfaces. Please specify which one to detach using --mac")
      }
      return Self.string(first)
    }
    let wanted = Self.comparable(mac)
    let matches = found.filter { $0[child: "mac"]?[attribute: "address"].map(Self.comparable) == wanted }
    guard let match = matches.first else { throw CommandFailure("No interface with MAC address \(mac) was found") }
    guard matches.count == 1 else {
      throw CommandFailure(
        "Domain has multiple interfaces matching MAC address \(mac). "
          + "You must use detach-device and specify the device pci address to remove it.")
    }
    return Self.string(match)
  }

  private static func source(of disk: XMLElement) -> String? {
    let source = disk[child: "source"]
    return ["file", "dev", "dir", "name"].lazy.compactMap { source?[attribute: $0] }.first
  }

  /// The bytes of an address without regard to case and to zeros in front.
  private static func comparable(_ mac: String) -> [String] {
    mac.lowercased().split(separator: ":", omittingEmptySubsequences: false).map { part in
      let digits = part.drop { $0 == "0" }
      return digits.isEmpty ? String(part.suffix(1)) : String(digits)
    }
  }

  private static func string(_ element: XMLElement) -> String {
    String(XMLWriter.string(element, style: .libxml2).dropLast())
  }
}
