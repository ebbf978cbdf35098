import XMLTree

extension DomainRules {
  /// All devices, in the order that libvirt writes them.
  static let devices = ElementRule.element(
    "devices", [],
    [
      .text("emulator"), disk.many, controller.many, lease.many, filesystem.many, interface.many, smartcard.many, serial.many,
      parallel.many, console.many, channel.many, input.many, tpm.many, graphics.many, sound.many, audio.many, video.many, hostdev.many,
      redirdev.many, redirfilter.only(.failure("only one set of redirection filter rule is supported")), hub.many,
      watchdog.only(.failure("only a single watchdog device is supported")),
      memballoon.only(.failure("only a single memory balloon device is supported")), rng.many,
      nvramDevice.only(.failure("only a single nvram device is supported")), panic.many, shmem.many, memoryDevice.many,
      iommu.only(.xml("only a single IOMMU device is supported")), vsock.only(.xml("only a single vsock device is supported")),
    ]
  ).reading(
    "emulator", "disk", "controller", "lease", "filesystem", "interface", "smartcard", "serial", "parallel", "console", "channel", "input",
    "graphics", "sound", "audio", "video", "hostdev", "watchdog", "memballoon", "rng", "tpm", "nvram", "hub", "redirdev", "redirfilter",
    "panic", "shmem", "memory", "iommu", "vsock")
}
