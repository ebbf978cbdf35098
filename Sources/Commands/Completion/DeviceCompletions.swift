import Libvirt
import XMLTree

/// Devices of the domain on the line, read from its XML.
extension Completer {
  static let devices: [String: CompletionSource] = [
    "domain-disk-target": .asking("domain") { try await $0.devices($1).diskTargets },
    "domain-migrate-disks": .asking("domain", isList: true) { try await $0.devices($1).diskTargets },
    "domain-undefine-storage-disks": .asking("domain", isList: true) { completer, question in
      let xml = try await completer.domain(question).xml(.inactive)
      // virsh offers drives without a medium, too.
      return try DomainDisks(xml: xml).disks.filter { completer.dialect == .virsh || $0.source != nil }.map(\.target)
    },
    "domain-blockjob-base-top": .asking("domain", "path") { completer, question in
      let devices = try await completer.devices(question)
      return devices.chain(of: question.raw("path")) ?? devices.diskTargets
    },
    "domain-interface": .asking("domain") { completer, question in
      let devices = try await completer.devices(question)
      if question.option == "mac" { return devices.interfaces.compactMap(\.mac) }
      // virsh offers the MAC address only of an interface that has no name on the host.
      if completer.dialect == .virsh { return devices.interfaces.compactMap { $0.target ?? $0.mac } }
      return devices.interfaces.flatMap { [$0.target, $0.mac].compactMap(\.self) }
    },
    "domain-interface-state": .asking("domain", "interface") { completer, question in
      let wanted = question.raw("interface")
      let found = try await completer.devices(question).interfaces.first { [$0.target, $0.mac].contains(wanted) }
      // Setting the state that it has makes no sense.
      if let found, wanted != nil { return [found.isUp ? "down" : "up"] }
      return completer.dialect == .virsh ? [] : ["up", "down"]
    },
    "domain-device-alias": .asking("domain") { try await $0.devices($1).aliases },
    "domain-console": .asking("domain") { try await $0.devices($1).consoles },
    "domain-vcpu": .asking("domain") { try await numbers(below: $0.devices($1).vcpus) },
    "domain-vcpulist": .asking("domain", isList: true) { try await numbers(below: $0.devices($1).vcpus) },
  ]

  private func devices(_ question: CompletionQuestion) async throws -> DomainDevices {
    try DomainDevices(xml: await domain(question).xml())
  }
}

/// What completion wants of a domain's XML.
private struct DomainDevices {
  struct Interface {
    let target: String?
    let mac: String?
    let isUp: Bool
  }

  private let root: XMLElement
  private var all: [XMLElement] { root[child: "devices"]?.elements ?? [] }

  init(xml: String) throws { root = try XMLDocument(xml, source: "(domain_definition)").root }

  private var disks: [XMLElement] { all.filter { $0.name == "disk" } }

  var diskTargets: [String] { disks.compactMap { $0[child: "target"]?[attribute: "dev"] } }

  var interfaces: [Interface] {
    all.filter { $0.name == "interface" }.map { element in
      Interface(
        target: element[child: "target"]?[attribute: "dev"], mac: element[child: "mac"]?[attribute: "address"],
        isUp: element[child: "link"]?[attribute: "state"] != "down")
    }
  }

  var aliases: [String] { all.compactMap(Self.alias) }

  /// The devices that `console` can open.
  var consoles: [String] {
    var seen: Set<String> = []
    return all.filter { ["serial", "console", "parallel"].contains($0.name) }.compactMap(Self.alias).filter { seen.insert($0).inserted }
  }

  var vcpus: Int { root[child: "vcpu"].flatMap { Int($0.text) } ?? 1 }

  /// The images below a disk, as block jobs name them: `vda`, `vda[1]`, … Nil if no disk is meant.
  func chain(of path: String?) -> [String]? {
    guard let path, let disk = disks.first(where: { Self.isDisk($0, path) }), let target = disk[child: "target"]?[attribute: "dev"]
    else { return nil }
    var names = [target]
    var image = disk
    if let index = disk[child: "source"]?[attribute: "index"] { names.append("\(target)[\(index)]") }
    while let next = image[child: "backingStore"] {
      if let index = next[attribute: "index"] ?? next[child: "source"]?[attribute: "index"] { names.append("\(target)[\(index)]") }
      image = next
    }
    return names
  }

  private static func isDisk(_ disk: XMLElement, _ path: String) -> Bool {
    disk[child: "target"]?[attribute: "dev"] == path || disk[child: "source"]?[attribute: "file"] == path
  }

  private static func alias(_ device: XMLElement) -> String? { device[child: "alias"]?[attribute: "name"] }
}
