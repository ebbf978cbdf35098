import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct AttachDevice: Command {
  static let info = CommandInfo(
    "attach-device", group: .domain, abstract: "attach a device to a domain, from an XML file",
    description: "Add the device that an XML file describes.",
    exclusive: DeviceImpact.exclusive)
  /// One device of the host, or one disk, is for one guest.
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(\._domain, \._file, \._persistent, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("file", "file with the device's XML", .required, complete: .file) var file: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    return try await DeviceFromFile(domain: domain, file: file).outcome("attach", "attached", impact, in: context) { domain, xml in
      try await domain.attachDevice(xml: xml, impact.flags(for: domain))
    }
  }
}

struct DetachDevice: Command {
  static let info = CommandInfo(
    "detach-device", group: .domain, abstract: "detach a device from a domain, as an XML file describes it",
    description: "Remove the device that an XML file describes. A running guest lets go of it in its own time.",
    exclusive: DeviceImpact.exclusive)
  static let options = OptionTable<Self>(\._domain, \._file, \._persistent, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("file", "file with the device's XML", .required, complete: .file) var file: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    return try await DeviceFromFile(domain: domain, file: file).outcome("detach", "detached", impact, in: context) { domain, xml in
      try await domain.detachDevice(xml: xml, impact.flags(for: domain))
    }
  }
}

struct UpdateDevice: Command {
  static let info = CommandInfo(
    "update-device", group: .domain, abstract: "change a device of a domain, from an XML file",
    description: "Change a device to what an XML file describes, such as the medium in a drive.",
    exclusive: DeviceImpact.exclusive)
  static let options = OptionTable<Self>(\._domain, \._file, \._persistent, \._config, \._live, \._current, \._force)

  @Option(domain: "domain") var domain: Given<String>
  @Option("file", "file with the device's XML", .required, complete: .file) var file: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current
  @Flag("force", "even if the guest has locked it, such as a medium") var force

  func run(in context: Context) async throws -> Outcome {
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    return try await DeviceFromFile(domain: domain, file: file).outcome("update", "updated", impact, in: context) { domain, xml in
      var flags = DomainDeviceModifyFlags(rawValue: try await impact.flags(for: domain)?.rawValue ?? 0)
      if force { flags.insert(.force) }
      try await domain.updateDevice(xml: xml, flags)
    }
  }
}

/// What the three have in common: a domain, and a file that describes a device.
private struct DeviceFromFile {
  let domain: Given<String>
  let file: Given<String>

  /// Does with the device what `change` does, in the words for that.
  func outcome(
    _ verb: String, _ participle: String, _ impact: DeviceImpact, in context: Context,
    _ change: (_ domain: Domain, _ xml: String) async throws -> Void
  ) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let path = try file.required()
    let bytes = try await DefinitionFile.read(path)
    try await explaining("Failed to \(verb) device from \(path)") {
      try await change(domain, DefinitionFile.text(bytes, source: "(device_definition)"))
    }
    return .message("Device \(participle) successfully", on: domain).changed(domain, impact.noted, in: context)
  }
}
