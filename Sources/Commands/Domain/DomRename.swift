import CommandLanguage
import Presentation

struct DomRename: Command {
  static let info = CommandInfo(
    "domrename", group: .domain, abstract: "give a domain another name",
    description: "Give a domain that does not run another name. Its UUID stays.")
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(\._domain, \._newName)

  @Option(domain: "domain-inactive") var domain: Given<String>
  @Option("new-name", "the name it gets", .required) var newName: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let name = try newName.required()
    try await domain.rename(to: name)
    return .message(
      "Domain successfully renamed",
      fields: ["domain": .string(name), "formerName": .string(domain.name), "uuid": .string("\(domain.uuid)")])
  }
}
