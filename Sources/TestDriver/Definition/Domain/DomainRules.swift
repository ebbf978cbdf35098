import XMLTree

/// The tables of everything libvirt knows about a domain; one extension per area.
enum DomainRules {
  /// The children of `domain` in the order that libvirt writes them.
  static let root: [ElementRule] =
    identity + memory + processors + [resource, sysinfo.many, .text("bootloader"), bootloaderArguments, os, idmap, features, cpu, clock]
    + actions + [power, perf, devices, seclabel.many, keywrap, launchSecurity]

  /// The names of those, in the same order.
  static let order = root.map(\.name)

  private static let bootloaderArguments = ElementRule.text("bootloader_args")
}
