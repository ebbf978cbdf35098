import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomBlkList: Command {
  static let info = CommandInfo(
    "domblklist", group: .monitor, abstract: "list a domain's disks", description: "List the disks of a domain.")
  static let options = OptionTable<Self>(\._domain, \._inactive, \._details)
  @Option(domain: "domain") var domain: Given<String>
  @Flag("inactive", "what the next start will have, not the running domain") var inactive
  @Flag("details", "show type and device as well") var details

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let disks = try DomainDisks(xml: await domain.xml(inactive ? .inactive : [])).disks
    typealias Disk = DomainDisks.Disk
    let more: [Column<Disk>] = [
      Column("Type", key: "type", value: { .string($0.type) }), Column("Device", key: "device", value: { .string($0.device) }),
    ]
    let columns: [Column<Disk>] = [
      Column("Target", key: "target", value: { .string($0.target) }),
      Column("Source", key: "source", value: { .string(orNull: $0.source) }),
    ]
    return .table(disks, columns: details ? more + columns : columns, name: { $0.target })
  }
}
