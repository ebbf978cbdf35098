import XMLTree

/// Why libvirt would call a domain tainted, in the order in which it lists the reasons.
enum DomainTaint: String, CaseIterable {
  case highPrivileges = "running with undesirable elevated privileges"
  case shellScripts = "network configuration using opaque shell scripts"
  case cdromPassthrough = "use of host cdrom passthrough"
  case customDeviceTree = "custom device tree blob used"
  case deprecatedConfiguration = "use of deprecated configuration settings"

  /// The processor model that the test driver calls deprecated.
  private static let deprecatedModel = "Deprecated-Test"

  /// What `dominfo` says about a definition: its taints, then the deprecated settings that it uses.
  static func messages(about definition: DomainDefinition) -> [String] {
    let taints = allCases.filter { $0.applies(to: definition) }
    var messages = taints.map { "tainted: \($0.rawValue)" }
    if taints.contains(.deprecatedConfiguration) { messages.append("deprecated configuration: CPU model \(deprecatedModel)") }
    return messages
  }

  private func applies(to definition: DomainDefinition) -> Bool {
    switch self {
    case .highPrivileges: (definition.devices("disk") + definition.devices("hostdev")).contains { $0[attribute: "rawio"] == "yes" }
    case .shellScripts: definition.devices("interface").contains { $0[child: "script"] != nil }
    case .cdromPassthrough: definition.disks.contains { $0.device == "cdrom" && $0.type == "block" && $0.source != nil }
    case .customDeviceTree: definition.root[child: "os"]?[child: "dtb"] != nil
    case .deprecatedConfiguration: definition.root[child: "cpu"]?[child: "model"]?.text == Self.deprecatedModel
    }
  }
}
