import Drivers
import LibvirtProtocol
import SExpressions

extension XendHost {
  func attach(_ ref: DomainRef, _ xml: String, _ flags: UInt32) async throws {
    let (domain, key) = try await reach(ref, forDeviceChange: flags, in: "xenUnifiedDomainAttachDeviceFlags")
    let device = try XenDevice(xml: xml, of: domain)
    let configuration = try device.configuration(format: format)
    guard case .disk(let disk) = device.kind, let other = domain.disk(disk.target) else {
      try await change(.createDevice(key, configuration))
      return
    }
    // As in libvirt: what is attached where a CD drive is goes into the drive.
    guard disk.kind == .cdrom, other.kind == .cdrom else {
      throw LibvirtError.operationInvalid("target '\(disk.target)' already exists", Self.errorDomain)
    }
    try await change(.configureDevice(key, try await identifier(of: device, in: key), configuration))
  }

  func update(_ ref: DomainRef, _ xml: String, _ flags: UInt32) async throws {
    let (domain, key) = try await reach(ref, forDeviceChange: flags, in: "xenUnifiedDomainUpdateDeviceFlags")
    let device = try XenDevice(xml: xml, of: domain)
    let id = try await identifier(of: device, in: key)
    try await change(.configureDevice(key, id, try device.configuration(format: format)))
  }

  func detach(_ ref: DomainRef, _ xml: String, _ flags: UInt32) async throws {
    let (domain, key) = try await reach(ref, forDeviceChange: flags, in: "xenUnifiedDomainDetachDeviceFlags")
    let device = try XenDevice(xml: xml, of: domain)
    guard let deviceClass = domain.deviceClass(of: device) else { throw Self.partOfImage }
    let id = try await identifier(of: device, in: key)
    try await change(.destroyDevice(key, deviceClass: deviceClass, id))
  }

  /// xend changes a running domain and what it keeps of it together, so that is what the flags may ask for.
  private func reach(
    _ ref: DomainRef, forDeviceChange flags: UInt32, in function: String
  ) async throws -> (domain: XenDomain, key: XendDomainKey) {
    let known: DomainDeviceModifyFlags = [.live, .config, .force]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: function, Self.errorDomain)
    let wanted = DomainDeviceModifyFlags(rawValue: flags)
    let (domain, key) = try await reach(ref)
    if wanted.contains(.live) { try requireActive(domain) }
    if wanted.contains(.config), !format.hasDefinedDomains {
      throw LibvirtError.operationInvalid("cannot modify device on transient domain", Self.errorDomain).noting(Self.keepsNone)
    }
    if domain.isActive, wanted.isDisjoint(with: .live), wanted.contains(.config) {
      throw LibvirtError(
        .argumentUnsupported, Self.errorDomain, "xend cannot change what is kept of a running domain without changing the domain too")
    }
    return (domain, key)
  }

  /// The number that xend knows a device by. A network card has none of its own: the one with the same MAC address is looked for.
  private func identifier(of device: XenDevice, in key: XendDomainKey) async throws -> String {
    if let id = device.deviceID { return id }
    guard let deviceClass = device.deviceClass else { throw Self.partOfImage }
    guard case .interface(let interface) = device.kind, let mac = interface.mac else {
      throw LibvirtError.unsupported("virDomainDetachDevice", Self.errorDomain).noting("xend cannot tell this device from others")
    }
    guard case .expression(let answer) = try await read(.devices(key, deviceClass: deviceClass)), let list = answer.elements
    else { throw LibvirtError(.postFailed, Self.errorDomain, "xend's answer about the devices is no list") }
    for entry in list {
      guard let id = entry.head, let keys = entry.value?.elements else { continue }
      if keys.contains(where: { $0.head == "mac" && $0.value?.text?.lowercased() == mac.lowercased() }) { return id }
    }
    throw LibvirtError(.deviceMissing, Self.errorDomain, "no \(deviceClass) with MAC address \(mac)")
  }

  private static let partOfImage = LibvirtError(
    .operationUnsupported, errorDomain, "the device belongs to the domain's start: it comes and goes with another definition")
}

extension XenDomain {
  /// What xend calls a device that the domain has. A disk's class follows from its driver, which who takes the disk away need not know.
  fileprivate func deviceClass(of device: XenDevice) -> String? {
    guard case .disk(let wanted) = device.kind else { return device.deviceClass }
    return disk(wanted.target)?.deviceClass ?? device.deviceClass
  }

  /// The disk or drive of that name in the guest.
  fileprivate func disk(_ target: String) -> XenDisk? {
    for case .disk(let disk) in devices.map(\.kind) where disk.target == target { return disk }
    return nil
  }
}
