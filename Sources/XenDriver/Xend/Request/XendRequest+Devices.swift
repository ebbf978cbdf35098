import SExpressions

extension XendRequest {
  /// Adds a device: `(vbd …)`, without `device` around it. xend answers with the new one's id, `(vbd (dom 3 id 51712))`.
  static func createDevice(_ domain: XendDomainKey, _ configuration: SExpression) -> Self {
    post("device_create", to: domain, ["config": .expression(configuration)])
  }

  /// Changes a device, such as what is in a CD drive. `device` is its number, or for a disk its name.
  static func configureDevice(_ domain: XendDomainKey, _ device: String, _ configuration: SExpression) -> Self {
    post("device_configure", to: domain, ["config": .expression(configuration), "dev": .text(device)])
  }

  /// Takes a device away, from a defined domain's configuration too. `deviceClass` is such as `vbd`, `vif`.
  static func destroyDevice(_ domain: XendDomainKey, deviceClass: String, _ device: String) -> Self {
    // Xen 3.3 and newer fails where the last two are not said.
    post("device_destroy", to: domain, ["type": .text(deviceClass), "dev": .text(device), "force": "0", "rm_cfg": "1"])
  }

  /// The devices of a class with their numbers: `((0 ((mac …) …)) …)`.
  static func devices(_ domain: XendDomainKey, deviceClass: String) -> Self { post("devices", to: domain, ["type": .text(deviceClass)]) }
}
