import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DetachDisk: Command {
  static let info = CommandInfo(
    "detach-disk", group: .domain, abstract: "detach a disk from a domain",
    description: "Remove a disk, named by what the guest calls it or by where its content is.", exclusive: DeviceImpact.exclusive)
  static let options = OptionTable<Self>(\._domain, \._target, \._persistent, \._config, \._live, \._current, \._printXML)

  @Option(domain: "domain") var domain: Given<String>
  @Option("target", "the guest's name for the disk, or its source", .required, complete: "domain-disk-target") var target: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current
  @Flag("print-xml", "print the disk's XML and detach nothing") var printXML

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let target = try target.required()
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    let flags = try await impact.flags(for: domain)
    let devices = try DomainDeviceXML(await domain.xml(flags?.contains(.config) == true ? .inactive : []), wanting: "disk")
    let xml = try devices.disk(target)
    if printXML { return Outcome(Document(xml, endsLine: false)) }
    try await explaining("Failed to detach disk") { try await domain.detachDevice(xml: xml, flags) }
    return .message("Disk detached successfully", on: domain).changed(domain, impact.noted, in: context)
  }
}
