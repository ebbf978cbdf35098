import Drivers
import LibvirtProtocol
import SExpressions

extension XenDomain {
  /// The `(vm …)` of which xend creates or defines this domain.
  ///
  /// - Throws: `LibvirtError` for what this xend cannot have.
  func configuration(format: XendFormat) throws -> SExpression {
    var elements: [SExpression] = ["vm", ["name", SExpression(name)]]
    func add(_ key: String, _ value: String?) {
      if let value { elements.append([SExpression(key), SExpression(value)]) }
    }
    add("memory", String(memory >> 10))
    add("maxmem", String(maxMemory >> 10))
    add("vcpus", String(maxVcpus))
    if vcpus < maxVcpus {
      guard vcpus < 128 else { throw LibvirtError.notInXen("\(vcpus) of \(maxVcpus) vcpus: Xen can start at most 127, or all") }
      add("vcpu_avail", String((UInt128(1) << UInt128(vcpus)) - 1))
    }
    if let cpus = affinityConfiguration { elements.append(["cpus", cpus]) }
    add("uuid", uuid.description)
    if let bootloader = boot.bootloader {
      elements.append(bootloader.isEmpty ? ["bootloader"] : ["bootloader", SExpression(bootloader)])
      add("bootloader_args", boot.bootloaderArguments)
    }
    add("on_poweroff", onPoweroff)
    add("on_reboot", onReboot)
    add("on_crash", onCrash)
    if format.hasDefinedDomains {
      add("on_xend_start", onXendStart)
      add("on_xend_stop", onXendStop)
    }
    elements.append(["image", try imageConfiguration(format: format)])
    if format < .xen31 {
      switch clock {
      case .utc: break
      case .local: add("localtime", "1")
      case .variable: throw LibvirtError.notInXen("clock offset 'variable' needs Xen 3.1")
      }
    }
    return .list(elements + (try deviceConfigurations(format: format)).map { ["device", $0] })
  }

  /// One text for all virtual CPUs; for each its own only as xend itself writes it down.
  private var affinityConfiguration: SExpression? {
    if affinity.isEmpty { return nil }
    if affinity.count == 1, let set = affinity[0] { return SExpression(set.description) }
    return .list(affinity.map { .list(($0?.numbers ?? []).map { SExpression($0) }) })
  }

  /// The devices that stand beside the image. Displays come with a keyboard, and all PCI devices are one.
  private func deviceConfigurations(format: XendFormat) throws -> [SExpression] {
    var made: [SExpression] = []
    var addresses: [SExpression] = []
    for device in devices {
      switch device.kind {
      case .port, .sound: continue
      case .hostDevice(let address): addresses.append(address.configuration)
      case .disk(let disk) where isInImage(disk, format): continue
      case .graphics where !XenDevice.hasFrameBuffer(format, isHVM: isHVM): continue
      case .input(let input) where input.bus == "usb" || !XenDevice.hasFrameBuffer(format, isHVM: isHVM): continue
      default: made.append(try device.configuration(format: format))
      }
    }
    return made + (addresses.isEmpty ? [] : [.list(["pci"] + addresses)])
  }

  /// Whether a drive is not a device but a part of the image.
  func isInImage(_ disk: XenDisk, _ format: XendFormat) -> Bool {
    disk.kind == .floppy || (format == .xen302 && isHVM && disk.kind == .cdrom && disk.target == "hdc")
  }
}
