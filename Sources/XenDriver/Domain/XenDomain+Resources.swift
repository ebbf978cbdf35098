import Drivers
import LibvirtProtocol
import XMLTree

extension XenDomain {
  /// Most and current memory in KiB, each rounded up to whole MiB, which is how xend counts.
  static func memory(_ root: XMLElement) throws -> (most: UInt64, current: UInt64) {
    guard let most = try size("memory", root), most > 0 else {
      throw LibvirtError.xmlError("Memory size must be specified via <memory> or in the <numa> configuration", .domain)
    }
    guard let current = try size("currentMemory", root), current > 0 else { return (most, most) }
    return (most, min(most, current))
  }

  private static func size(_ name: String, _ root: XMLElement) throws -> UInt64? {
    guard let element = root[child: name], case let text = element.text.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
    guard let number = UInt64(text), !text.hasPrefix("+") else {
      throw LibvirtError.xmlError("Invalid value '\(element.text)' for element or attribute './\(name)[1]'", .domain)
    }
    let unit = element[attribute: "unit"] ?? "KiB"
    guard let scale = scale(unit) else { throw LibvirtError.invalidArgument("unknown suffix '\(unit)'", .domain) }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: scale)
    // Half of what fits: rounding up stays below it, and xend counts with signed numbers.
    guard !overflow, bytes <= UInt64(Int64.max) else { throw LibvirtError(.overflow, .domain, "value too large: \(text)\(unit)") }
    return ((bytes + 0xFFFFF) >> 20) << 10
  }

  private static func scale(_ unit: String) -> UInt64? {
    let unit = unit.lowercased()
    if ["b", "byte", "bytes"].contains(unit) { return 1 }
    guard let power = Array("kmgtpe").firstIndex(where: { $0 == unit.first }) else { return nil }
    switch unit.dropFirst() {
    case "", "ib": return 1 << (10 * UInt64(power + 1))
    case "b": return (0...power).reduce(1) { scale, _ in scale * 1000 }
    default: return nil
    }
  }

  /// Most and current virtual CPUs.
  static func vcpus(_ root: XMLElement) throws -> (most: Int, current: Int) {
    guard let element = root[child: "vcpu"], case let text = element.text.filter({ !$0.isWhitespace }), !text.isEmpty else { return (1, 1) }
    guard let most = Int(text), (1...Int(UInt16.max)).contains(most) else {
      throw LibvirtError.xmlError("maximum vcpus count must be an integer", .domain)
    }
    guard let current = element.filled("current") else { return (most, most) }
    guard let number = Int(current), number >= 1 else {
      throw LibvirtError.invalidValue(of: "current", in: element, expected: "non-negative integer value")
    }
    guard number <= most else {
      throw LibvirtError.notInXen("maximum vCPU count must not be less than current vCPU count")
    }
    return (most, number)
  }

  /// `cpuset` for all virtual CPUs, and `<vcpupin>` for single ones.
  static func affinity(_ root: XMLElement, vcpus: Int) throws -> [CPUSet?] {
    func set(_ element: XMLElement) throws -> CPUSet? {
      guard let text = element.filled("cpuset") else { return nil }
      guard let set = CPUSet(text), !set.isEmpty else { throw LibvirtError.invalidArgument("Failed to parse bitmap '\(text)'", .domain) }
      return set
    }
    let all = try root[child: "vcpu"].flatMap { try set($0) }
    let pins = root[child: "cputune"]?.elements("vcpupin") ?? []
    if pins.isEmpty { return all.map { [$0] } ?? [] }
    var affinity = [CPUSet?](repeating: all, count: vcpus)
    for pin in pins {
      guard let number = pin.filled("vcpu").flatMap({ Int($0) }), number >= 0 else {
        throw LibvirtError.invalidValue(of: "vcpu", in: pin, expected: "non-negative integer value")
      }
      guard let set = try set(pin) else { throw LibvirtError.internalError("missing cpuset for vcpupin", .domain) }
      // libvirt, too, lets pins of CPUs that do not exist be.
      if number < vcpus { affinity[number] = set }
    }
    return arranged(affinity, vcpus: vcpus)
  }

  /// The devices, those that every domain of Xen has left out.
  static func devices(_ elements: [XMLElement], isHVM: Bool) throws -> [XenDevice] {
    var devices: [XenDevice] = []
    for element in elements {
      if unknown.contains(element.name) { throw LibvirtError.notInXen("device '\(element.name)' is nothing that Xen has") }
      let next = devices.count { if case .port(let port) = $0.kind { port.kind.rawValue == element.name } else { false } }
      if let device = try XenDevice(element, isHVM: isHVM, next: next) { devices.append(device) }
    }
    try readConsoles(elements.filter { $0.name == "console" }, into: &devices, isHVM: isHVM)
    try checkNames(devices)
    return arranged(devices, isHVM: isHVM)
  }

  /// A fully virtualized guest's console is its first serial port; it stands for one that is not told otherwise. Xen's own is always there.
  private static func readConsoles(_ consoles: [XMLElement], into devices: inout [XenDevice], isHVM: Bool) throws {
    guard let console = consoles.first else { return }
    if isHVM {
      let hasSerial = devices.contains { if case .port(let port) = $0.kind { port.kind == .serial } else { false } }
      if !hasSerial { devices.append(XenDevice(.port(try XenPort(.serial, console, next: 0)), isHVM: true)) }
    } else if let type = console[attribute: "type"], type != "pty" {
      throw LibvirtError.notInXen("unsupported console type '\(type)' of a paravirtual domain")
    }
  }

  private static func checkNames(_ devices: [XenDevice]) throws {
    var sources: [String: String] = [:]
    var ports: Set<[String]> = []
    for device in devices {
      if case .disk(let disk) = device.kind {
        let source = disk.source ?? "<null>"
        if let other = sources.updateValue(source, forKey: disk.target) {
          throw LibvirtError.xmlError("target '\(disk.target)' duplicated for disk sources '\(other)' and '\(source)'", .domain)
        }
      }
      if case .port(let port) = device.kind, !ports.insert([port.kind.rawValue, String(port.number)]).inserted {
        throw LibvirtError.notInXen("\(port.kind.rawValue) port \(port.number) is there twice")
      }
    }
  }

  /// What can neither be told to xend nor be left out without the guest missing it.
  private static let unknown: Set<String> = [
    "filesystem", "channel", "smartcard", "hub", "redirdev", "tpm", "rng", "shmem", "panic", "watchdog", "memory", "iommu", "vsock",
    "crypto",
    "lease", "nvram",
  ]
}
