import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomIfList: Command {
  static let info = CommandInfo(
    "domiflist", group: .monitor, abstract: "list a domain's network interfaces", description: "List the network interfaces of a domain.")
  static let options = OptionTable<Self>(\._domain, \._inactive)
  @Option(domain: "domain") var domain: Given<String>
  @Flag("inactive", "what the next start will have, not the running domain") var inactive

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let interfaces = try DomainInterfaces(xml: await domain.xml(inactive ? .inactive : [])).interfaces
    return .table(
      interfaces,
      columns: [
        Column("Interface", key: "interface", value: { .string(orNull: $0.target) }),
        Column("Type", key: "type", value: { .string(orNull: $0.type) }),
        Column("Source", key: "source", value: { .string(orNull: $0.source) }),
        Column("Model", key: "model", value: { .string(orNull: $0.model) }), Column("MAC", key: "mac", value: { .string(orNull: $0.mac) }),
      ], name: { $0.target ?? $0.mac })
  }
}
