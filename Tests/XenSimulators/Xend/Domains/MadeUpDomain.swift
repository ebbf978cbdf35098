extension SimulatedDomain {
  /// Domain-0, which is always there.
  static func privileged(cpus: Int, release: XenRelease) throws(XendError) -> SimulatedDomain {
    let configuration = PythonValue.list([
      .text("vm"), .pair("name", "Domain-0"), .pair("uuid", "00000000-0000-0000-0000-000000000000"), .pair("memory", 1024),
      .pair("maxmem", 16384), .pair("vcpus", cpus), .pair("image", .list([.text("linux"), .text("")])),
      .pair("on_poweroff", "destroy"), .pair("on_reboot", "restart"), .pair("on_crash", "restart"),
    ])
    var domain = try SimulatedDomain(configuration, release: release, uuid: "")
    (domain.id, domain.state) = (0, .running)
    return domain
  }

  /// What a made-up domain is made of. Every third one is fully virtualized; their values need all kinds of quoting.
  static func madeUp(_ number: Int, uuid: String, release: XenRelease) -> PythonValue {
    let isFullyVirtualized = number % 3 == 0
    let mac =
      "00:16:3e:00:" + [number >> 8, number & 255].map { ($0 & 255 < 16 ? "0" : "") + String($0 & 255, radix: 16) }.joined(separator: ":")
    var keys: [PythonValue] = [
      .pair("name", (isFullyVirtualized ? "win" : "web") + "\(number)"), .pair("uuid", uuid), .pair("memory", 16), .pair("maxmem", 32),
      .pair("vcpus", 1 + number % 2), .pair("image", isFullyVirtualized ? fullImage(release) : paraImage),
    ]
    let disk: [PythonValue] = [
      .text("vbd"), .pair("uname", "file:/srv/\(number % 5 == 0 ? "müller" : "it's")/\(number).img"),
      .pair("dev", isFullyVirtualized ? (release.format == 1 ? "ioemu:hda" : "hda:disk") : "xvda"), .pair("mode", "w"),
    ]
    let card: [PythonValue] = [.text("vif"), .pair("bridge", "xenbr0"), .pair("mac", mac)]
    var devices = [disk, card]
    if release.format >= (isFullyVirtualized ? 4 : 3) {
      devices += [[.text("vfb"), .pair("type", "vnc"), .pair("vncunused", 1)], [.text("vkbd")]]
    }
    keys += devices.map { .list([.text("device"), .list($0)]) }
    return .list([.text("vm")] + keys)
  }

  private static var paraImage: PythonValue {
    .list([.text("linux"), .pair("kernel", "/boot/vmlinuz-xen"), .pair("args", "root=/dev/xvda1 ro \"quoted\"")])
  }

  private static func fullImage(_ release: XenRelease) -> PythonValue {
    var keys: [PythonValue] = [
      .text("hvm"), .pair(release >= .v3_3 ? "loader" : "kernel", "/usr/lib/xen/boot/hvmloader"), .pair("boot", "cd"), .pair("acpi", 1),
      .pair("apic", 1), .pair("pae", 1), .pair("usbdevice", "tablet"), .pair("serial", "pty"),
      .pair("device_model", "/usr/lib/xen/bin/qemu-dm"),
    ]
    if release.format < 4 { keys += [.pair("vnc", 1), .pair("vncunused", 1)] }
    return .list(keys)
  }
}
