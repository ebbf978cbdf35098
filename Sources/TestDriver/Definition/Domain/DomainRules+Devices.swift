extension DomainRules {
  /// All devices, in the order that libvirt writes them.
  static let devices = ElementRule.element("devices", [], [.text("emulator")])
}
