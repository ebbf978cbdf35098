import Drivers
import LibvirtProtocol
import SExpressions

extension XenDomain {
  /// Reads a `(domain …)`. Numbers that are missing or make no sense become what is usual, and what libvirt has no words for is skipped.
  ///
  /// - Throws: `LibvirtError` for anything else, and without a name or a UUID.
  init(document: SExpression, format: XendFormat) throws {
    guard document.head == "domain" else { throw LibvirtError.internalError("topology syntax error", .xend) }
    guard let name = document.filled("name") else { throw LibvirtError.incomplete("name") }
    guard let uuid = document.filled("uuid").flatMap({ UUID($0) }) else { throw LibvirtError.incomplete("uuid") }
    (self.name, self.uuid) = (name, uuid)
    id = document.integer("domid", in: 0...Int32.max)
    state = Self.state(document)
    cpuTime = document.nanoseconds("cpu_time")
    let most = UInt64(Int64.max) >> 20
    memory = (document.integer("memory", in: 0...most) ?? 0) << 10
    maxMemory = max(memory, (document.integer("maxmem", in: 0...most) ?? 0) << 10)
    maxVcpus = document.integer("vcpus", in: 1...Int(UInt16.max)) ?? 1
    vcpus = maxVcpus
    if let mask = document.integer("vcpu_avail", in: 1...UInt128.max) { vcpus = min(maxVcpus, mask.nonzeroBitCount) }
    affinity = Self.affinity(document["cpus"]?.value, vcpus: maxVcpus)
    let image = document["image"]?.value
    boot = XenBoot(document: document)
    features = boot.isHVM ? Set(XenFeature.allCases.filter { image?.isTrue($0.rawValue) == true }) : []
    clock = XenClock(document: document, format: format)
    hasHPET = boot.isHVM && image?.filled("hpet") != nil ? image?.isTrue("hpet") : nil
    onPoweroff = XenLifecycle.action(document.filled("on_poweroff"), afterCrash: false) ?? "destroy"
    onReboot = XenLifecycle.action(document.filled("on_reboot"), afterCrash: false) ?? "restart"
    onCrash = XenLifecycle.action(document.filled("on_crash"), afterCrash: true) ?? "destroy"
    onXendStart = document.filled("on_xend_start")
    onXendStop = document.filled("on_xend_stop")
    emulator = image?.filled("device_model")
    devices = Self.devices(document, format: format, id: id, isHVM: boot.isHVM)
  }

  /// The most important of the flags, which stand in a text like `-b----`.
  private static func state(_ document: SExpression) -> DomainRunState {
    guard let flags = document["state"]?.value?.text else {
      return document.integer("domid", in: 0...Int32.max) == nil ? .shutoff : .nostate
    }
    let states: [(Character, DomainRunState)] = [
      ("c", .crashed), ("s", .shutoff), ("d", .shutdown), ("p", .paused), ("b", .blocked), ("r", .running),
    ]
    return states.first { flags.contains($0.0) }?.1 ?? .nostate
  }

  /// `0-3`, or a list for each virtual CPU, empty where it is free.
  private static func affinity(_ value: SExpression?, vcpus: Int) -> [CPUSet?] {
    switch value {
    case .atom: (value?.text).flatMap { CPUSet($0) }.map { $0.isEmpty ? [] : [$0] } ?? []
    case .list(let lists):
      arranged(
        lists.prefix(vcpus).map { list in
          let numbers = list.elements.map { $0.compactMap { $0.text.flatMap { Int($0) } } } ?? []
          let set = list.text.flatMap { CPUSet($0) } ?? CPUSet(numbers)
          return set.isEmpty ? nil : set
        }, vcpus: vcpus)
    case nil: []
    }
  }
}

extension XenBoot {
  init(document: SExpression) {
    let image = document["image"]?.value
    isHVM = image?.head == "hvm"
    initrd = image?.filled("ramdisk")
    commandLine = image?.filled("args")
    if isHVM {
      loader = image?.filled("loader") ?? image?.filled("kernel")
      kernel = image?.filled("loader") == nil ? nil : image?.filled("kernel")
      if kernel == nil { (initrd, commandLine) = (nil, nil) }
      devices = (image?.filled("boot") ?? "").prefix(16).compactMap { letter in Self.letters.first { $0.letter == letter }?.device }
    } else {
      kernel = image?.filled("kernel")
      root = image?.filled("root")
      bootloader = document["bootloader"].map { _ in document.filled("bootloader") ?? "" }
      bootloaderArguments = bootloader == nil ? nil : document.filled("bootloader_args")
    }
  }
}

extension XenClock {
  init(document: SExpression, format: XendFormat) {
    let image = document["image"]?.value
    let isLocal = image?.isTrue("localtime") == true || document.isTrue("localtime")
    if format >= .xen31, let seconds = image?.integer("rtc_timeoffset", in: Int64.min...Int64.max) {
      self = .variable(seconds: seconds, isLocal: isLocal)
    } else {
      self = isLocal ? .local : .utc
    }
  }
}
