import Drivers
import LibvirtProtocol
import XMLTree

extension XenDomain {
  /// Reads libvirt's XML, as a domain that does not run.
  ///
  /// - Throws: `LibvirtError` for what is not in the format, and for what xend cannot have.
  init(xml: String) throws {
    let root: XMLElement
    do {
      root = try XMLDocument(xml, source: "(domain_definition)").root
    } catch {
      throw LibvirtError(.xmlDetail, .xml, error.text)
    }
    guard root.name == "domain" else {
      throw LibvirtError.xmlError("expecting root element of 'domain', not '\(root.name)'", .domain)
    }
    guard let name = root.text("name") else { throw LibvirtError(.noName, .domain) }
    guard let type = root.filled("type") else { throw LibvirtError.internalError("missing domain type attribute", .domain) }
    guard type == "xen" else { throw LibvirtError.internalError("unexpected domain type \(type), expecting xen", .domain) }
    guard name.utf8.allSatisfy(Self.isNameByte) else {
      throw LibvirtError.notInXen("domain name '\(name)': Xen has letters, digits and _.:/+- only")
    }
    // xend would have it, and nobody could ask for it any more.
    _ = try XendDomainKey(name: name)
    self.name = name
    (id, state, cpuTime) = (nil, .shutoff, 0)
    uuid = try Self.uuid(root)
    (maxMemory, memory) = try Self.memory(root)
    (maxVcpus, vcpus) = try Self.vcpus(root)
    affinity = try Self.affinity(root, vcpus: maxVcpus)
    boot = try XenBoot(root)
    features =
      boot.isHVM
      ? Set(XenFeature.allCases.filter { root.descendant("features", $0.rawValue).map { $0[attribute: "state"] != "off" } ?? false }) : []
    clock = try XenClock(root[child: "clock"])
    hasHPET = try boot.isHVM ? Self.hpet(root[child: "clock"]) : nil
    onPoweroff = try Self.action("on_poweroff", root) ?? "destroy"
    onReboot = try Self.action("on_reboot", root) ?? "restart"
    onCrash = try Self.action("on_crash", root) ?? "destroy"
    let list = root[child: "devices"]
    emulator = list?.text("emulator")
    devices = try Self.devices(list?.elements ?? [], isHVM: boot.isHVM)
  }

  /// What xend allows in a name.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "_.:/+-".utf8.contains(byte)
    }
  }

  /// The identity, or a new one.
  private static func uuid(_ root: XMLElement) throws -> UUID {
    guard let text = root.text("uuid") else {
      return UUID(high: .random(in: 0...UInt64.max) & ~0xF000 | 0x4000, low: .random(in: 0...UInt64.max) & ~0 >> 2 | 1 << 63)
    }
    guard let uuid = UUID(text) else { throw LibvirtError.internalError("malformed uuid element", .domain) }
    return uuid
  }

  private static func action(_ name: String, _ root: XMLElement) throws -> String? {
    guard let text = root.text(name) else { return nil }
    guard let action = XenLifecycle.action(text, afterCrash: name == "on_crash") else {
      throw LibvirtError.notInXen("unknown \(name) action: \(text)")
    }
    return action
  }

  private static func hpet(_ clock: XMLElement?) throws -> Bool? {
    var hpet: Bool?
    for timer in clock?.elements("timer") ?? [] {
      guard timer[attribute: "name"] == "hpet" else {
        throw LibvirtError.notInXen(
          "unsupported timer type (name) '\(timer[attribute: "name"] ?? "")'", "name", in: timer,
          known: ["platform", "pit", "rtc", "tsc", "kvmclock", "hypervclock", "armvtimer"])
      }
      hpet = timer[attribute: "present"] != "no"
    }
    return hpet
  }
}

extension XenClock {
  /// Reads a `<clock>`.
  init(_ element: XMLElement?) throws {
    switch element?[attribute: "offset"] ?? "utc" {
    case "utc": self = .utc
    case "localtime": self = .local
    case "variable":
      let text = element?.filled("adjustment") ?? "0"
      guard let seconds = Int64(text) else { throw LibvirtError.xmlError("invalid clock adjustment '\(text)'", .domain) }
      self = .variable(seconds: seconds, isLocal: element?[attribute: "basis"] == "localtime")
    case let offset:
      let isKnown = offset == "timezone" || offset == "absolute"
      throw LibvirtError.notInXen(isKnown ? "unsupported clock offset='\(offset)'" : "unknown clock offset '\(offset)'")
    }
  }
}

extension XenBoot {
  /// Reads `<os>` and the bootloader.
  init(_ root: XMLElement) throws {
    let os = root[child: "os"]
    let bootloader = root[child: "bootloader"]
    guard let type = os?.text("type") ?? (bootloader == nil ? nil : "linux") else {
      throw LibvirtError.xmlError("an os <type> must be specified", .domain)
    }
    guard ["hvm", "linux", "xen"].contains(type) else { throw LibvirtError.notInXen("unknown OS type '\(type)'") }
    isHVM = type == "hvm"
    kernel = os?.text("kernel")
    initrd = os?.text("initrd")
    commandLine = os?.text("cmdline")
    guard isHVM else {
      self.root = os?.text("root")
      self.bootloader = bootloader?.text
      bootloaderArguments = bootloader == nil ? nil : root.text("bootloader_args")
      if kernel == nil, bootloader == nil { throw LibvirtError(.noKernel, .domain) }
      return
    }
    guard bootloader == nil else { throw LibvirtError.notInXen("a bootloader needs a paravirtual domain") }
    loader = os?.text("loader")
    if kernel == nil, initrd != nil || commandLine != nil { throw LibvirtError(.noKernel, .domain) }
    devices = try (os?.elements("boot") ?? []).map { element in
      guard let device = element.filled("dev"), Self.letters.contains(where: { $0.device == device }) else {
        throw LibvirtError.notInXen("unknown boot device '\(element[attribute: "dev"] ?? "")'")
      }
      return device
    }
  }
}
