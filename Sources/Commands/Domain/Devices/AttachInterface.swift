import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct AttachInterface: Command {
  static let info = CommandInfo(
    "attach-interface", group: .domain, abstract: "attach a network interface to a domain",
    description: "Add a network interface to a domain.", exclusive: DeviceImpact.exclusive)
  static let options = OptionTable<Self>(
    \._domain, \._type, \._source, \._target, \._mac, \._script, \._model, \._alias, \._inbound, \._outbound, \._persistent, \._config,
    \._live, \._current, \._printXML, \._managed, \._sourceMode)

  @Option(domain: "domain") var domain: Given<String>
  @Option("type", "what it is connected with: network, bridge, direct, hostdev, vhostuser", .required) var type: Given<String>
  @Option("source", "the network, the host's device, or the socket", .required) var source: Given<String>
  @Option("target", "its name on the host") var target: Given<String>
  @Option("mac", "its MAC address") var mac: Given<String>
  @Option("script", "what sets it up on the host") var script: Given<String>
  @Option("model", "what the guest takes it for: virtio, e1000, ...") var model: Given<String>
  @Option("alias", "its alias, ua-...") var alias: Given<String>
  @Option("inbound", "limits to the guest: average[,peak[,burst[,floor]]], in KiB/s and KiB") var inbound: Given<String>
  @Option("outbound", "limits from the guest: average[,peak[,burst]], in KiB/s and KiB") var outbound: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current
  @Flag("print-xml", "print the interface's XML and attach nothing") var printXML
  @Flag("managed", "libvirt takes the host's device and gives it back") var managed
  @Option("source-mode", "who listens on the socket: server or client", complete: "domain-interface-source-mode")
  var sourceMode: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let xml = try InterfaceDescription(self, in: context.dialect).xml
    if printXML { return Outcome(Document(xml, endsLine: false)) }
    let domain = try await context.domain(domain)
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    try await explaining("Failed to attach interface") { try await domain.attachDevice(xml: xml, impact.flags(for: domain)) }
    return .message("Interface attached successfully", on: domain).changed(domain, impact.noted, in: context)
  }
}
