import XMLTree

extension DeviceList {
  /// What libvirt checks about each device once all of them are read and have their places.
  func validate() throws(DefinitionError) {
    for kind in Self.order where kind != "hostdev" {
      for device in self[kind] where device[child: "address"]?[attribute: "type"] == "unassigned" {
        throw .unsupported("address of type 'unassigned' is supported only for hostdevs")
      }
    }
    for disk in self["disk"] { try DomainRules.validateDisk(disk) }
    for device in self["hostdev"] { try DomainRules.validateHostDevice(device) }
    for filesystem in self["filesystem"]
    where filesystem[child: "boot"] != nil && filesystem[child: "driver"]?[attribute: "type"] != "virtiofs" {
      throw .unsupported("boot order is only supported for virtiofs")
    }
    for kind in ["smartcard", "serial", "parallel", "console", "redirdev"] {
      for device in self[kind] { try DomainRules.checkCharacterSource(device) }
    }
    for channel in self["channel"] {
      let target = channel[child: "target"]?[attribute: "type"]
      try DomainRules.checkCharacterSource(channel, needsPath: target != "virtio" && target != "xen")
    }
    for rng in self["rng"] {
      if let backend = rng[child: "backend"] { try DomainRules.checkCharacterSource(backend) }
    }
    for video in self["video"] { try DomainRules.validateVideo(video) }
    for memory in self["memory"] { try DomainRules.validateMemory(memory) }
  }
}
