import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation
import XMLTree

struct DomIfGetLink: Command {
  static let info = CommandInfo(
    "domif-getlink", group: .monitor, abstract: "tell whether an interface's cable is plugged in",
    description: "Tell whether the link of a domain's network interface is up or down.")
  static let options = OptionTable<Self>(\._domain, \._interface, \._config)
  @Option(domain: "domain") var domain: Given<String>
  @Option("interface", "the interface, by its name on the host or its MAC address", .required, complete: "domain-interface")
  var interface: Given<String>
  @Flag("config", "what the next start will have", aliases: ["persistent"]) var config

  func run(in context: Context) async throws -> Outcome {
    let name = try interface.required()
    let domain = try await context.domain(domain)
    let xml = try await domain.xml(config ? .inactive : [])
    let mac = InterfaceMAC(name)?.description
    // As virsh asks, so that a name that is no name fails in the same words.
    let expression = "/domain/devices/interface[(mac/@address = '\(mac ?? "")') or                           (target/@dev = '\(name)')]"
    let found = try XMLDocument.select(expression, in: xml, source: "(domain_definition)")
    let complaints = found.complaints.map { Diagnostic(verbatim: $0) }
    guard let element = found.nodes.first else {
      let text = mac.map { "Interface (mac: \($0)) not found." } ?? "Interface (dev: \(name)) not found."
      return .failed(complaints + [Diagnostic(text)])
    }
    guard found.nodes.count == 1 else { return .failed("multiple matching interfaces found") }
    let link = try XMLDocument(element, source: "(domain_definition)").root[child: "link"]
    let state = link?[attribute: "state"] ?? "up"
    return Outcome(OpenLine("\(name) \(state)", ["interface": .string(name), "link": .string(state)]))
  }
}
