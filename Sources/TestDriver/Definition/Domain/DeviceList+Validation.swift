import XMLTree

extension DeviceList {
  /// What libvirt checks about each device once all of them are read and have their places, in its order of kinds.
  func validate(cells: Int?) throws(DefinitionError) {
    for kind in Self.validationOrder {
      for device in self[kind] {
        guard kind == "hostdev" || device[child: "address"]?[attribute: "type"] != "unassigned" else {
          throw .unsupported("address of type 'unassigned' is supported only for hostdevs")
        }
        try validate(device, kind, cells)
      }
    }
  }

  private static let validationOrder = [
    "disk", "interface", "sound", "hostdev", "video", "controller", "smartcard", "serial", "parallel", "channel", "console", "input",
    "filesystem", "watchdog", "memballoon", "rng", "nvram", "hub", "shmem", "tpm", "panic", "memory", "redirdev", "iommu", "vsock",
    "graphics",
  ]

  private func validate(_ device: XMLElement, _ kind: String, _ cells: Int?) throws(DefinitionError) {
    switch kind {
    case "disk": try DomainRules.validateDisk(device)
    case "interface": try DomainRules.validateInterface(device)
    case "hostdev": try DomainRules.validateHostDevice(device)
    case "video": try DomainRules.validateVideo(device)
    case "controller": try DomainRules.validateController(device)
    case "smartcard": try DomainRules.validateSmartcard(device)
    case "serial": try DomainRules.validateSerial(device)
    case "parallel", "console", "redirdev": try DomainRules.checkCharacterSource(device)
    case "channel":
      let target = device[child: "target"]?[attribute: "type"]
      try DomainRules.checkCharacterSource(device, needsPath: target != "virtio" && target != "xen")
    case "input": try DomainRules.validateInput(device)
    case "filesystem": try DomainRules.validateFilesystem(device)
    case "rng": if let backend = device[child: "backend"] { try DomainRules.checkCharacterSource(backend) }
    case "shmem":
      if device[attribute: "name"]?.contains("/") == true { throw .unsupported("shmem name cannot include '/' character") }
    case "tpm": try DomainRules.validateTPM(device)
    case "memory": try DomainRules.validateMemory(device, cells: cells)
    case "iommu": try DomainRules.validateIOMMU(device)
    case "vsock": try DomainRules.validateVsock(device)
    case "sound": try checkAudio(device)
    case "graphics": if device[attribute: "type"] != "dbus" { try checkAudio(device) }
    default: break
    }
  }

  private func checkAudio(_ device: XMLElement) throws(DefinitionError) {
    guard let id = device[child: "audio"]?[attribute: "id"], !self["audio"].contains(where: { $0[attribute: "id"] == id }) else { return }
    throw .xml("no audio device with ID \(id)")
  }
}
