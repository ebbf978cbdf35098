import XMLTree

extension DomainRules {
  /// All devices, in the order that libvirt writes them.
  static let devices = ElementRule.element(
    "devices", [],
    [
      .text("emulator"), disk.many, controller.many, lease.many, filesystem.many, interface.many, smartcard.many, serial.many,
      parallel.many,
      console.many, channel.many, input.many, tpm.many, graphics.many, sound.many, audio.many, video.many, hostdev.many, redirdev.many,
      redirfilter, hub.many, watchdog.many, memballoon.many, rng.many, nvramDevice.many, panic.many, shmem.many, memoryDevice.many,
      iommu.many, vsock.many,
    ]
  ) { (output, input) throws(DefinitionError) in
    for (name, text) in [("watchdog", "watchdog"), ("memballoon", "memory balloon"), ("nvram", "nvram")]
    where input.elements(name).count > 1 {
      throw .failure("only a single \(text) device is supported")
    }
    guard input.elements("redirfilter").count < 2 else { throw .failure("only one set of redirection filter rule is supported") }
    for name in ["IOMMU", "vsock"] where input.elements(name.lowercased()).count > 1 {
      throw .xml("only a single \(name) device is supported")
    }
    return output
  }
}
