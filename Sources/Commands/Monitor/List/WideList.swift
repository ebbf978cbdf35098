import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation

/// A list with columns of the user's choice, sorted and chosen by columns.
struct WideList {
  let columns: [DomainColumn]
  let condition: ListCondition
  let order: ListOrder
  /// Whether a saved state shows as the state.
  let marksSaved: Bool

  /// What is shown, and notes about who did not answer.
  func outcome(on connection: Connection, _ filter: ConnectListAllDomainsFlags) async throws -> ([ListRow], [Diagnostic]) {
    let needed = columns + condition.columns + order.columns
    var topics = needed.reduce(into: DomainTopics()) { $0.formUnion($1.topics) }
    if marksSaved { topics.insert(.managedSave) }
    var survey = try await List.listing { try await connection.survey(filter, topics) }
    let outlines = survey.domains.map { $0.xml.flatMap(DomainOutline.init(xml:)) }
    var notes: [Diagnostic] = []
    if needed.contains(where: \.asksAgents) {
      let agents = survey.domains.indices.filter { survey.domains[$0].domain.id != nil && outlines[$0]?.hasAgent == true }
      if !connection.isReadOnly {
        try await survey.askAgents(ofRows: agents)
      } else if !agents.isEmpty {
        notes.append(Diagnostic("agents in guests are not asked on a read-only connection", severity: .note))
      }
    }
    notes += survey.silent.map(Self.note)
    notes += await connection.unheard(among: survey.domains.map(\.domain.ref)).map { Diagnostic($0) }
    let wantsPending = topics.contains(.nextDefinition)
    let rows = zip(survey.domains, outlines).map { ListRow($0, outline: $1, wantsPending: wantsPending, marksSaved: marksSaved) }
    return (order.sorted(rows.filter(condition.holds)), notes)
  }

  private static func note(_ source: DomainInterfaceAddressesSource, about domains: [Domain]) -> Diagnostic {
    let names = domains.prefix(3).map { "'\($0.name)'" }.joined(separator: ", ") + (domains.count > 3 ? ", …" : "")
    let who =
      switch source {
      case .lease: "DHCP leases"
      case .agent: domains.count == 1 ? "the agent" : "the agents"
      case .arp: "the ARP table"
      }
    let text = "\(who) did not answer in time about \(domains.count == 1 ? "" : "\(domains.count) domains: ")\(names)"
    return Diagnostic(text, severity: .note, details: ["source": .string(source.name), "domains": .integer(domains.count)])
  }
}
