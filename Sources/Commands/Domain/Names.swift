import CommandLanguage
import Libvirt
import Presentation

struct DomID: Command {
  static let info = CommandInfo(
    "domid", group: .domain, abstract: "print the id of a domain", description: "Print the number of an active domain.")
  static let options = OptionTable<Self>(\._domain)
  @Option(domain: "domain-active") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain, by: [.uuid, .name])
    return .value(domain.id.map { "\($0)" } ?? "-", as: "id", .integer(domain.id), on: domain)
  }
}

struct DomName: Command {
  static let info = CommandInfo(
    "domname", group: .domain, abstract: "print the name of a domain", description: "Print the name that belongs to an id or a UUID.")
  static let options = OptionTable<Self>(\._domain)
  @Option("domain", "domain id or uuid", .required, complete: "domain-uuid") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain, by: [.id, .uuid])
    return .value(domain.name, as: "name", .string(domain.name), on: domain)
  }
}

struct DomUUID: Command {
  static let info = CommandInfo(
    "domuuid", group: .domain, abstract: "print the UUID of a domain", description: "Print the UUID that belongs to a name or an id.")
  static let options = OptionTable<Self>(\._domain)
  @Option("domain", "domain id or name", .required, complete: "domain") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain, by: [.id, .name])
    return .value("\(domain.uuid)", as: "uuid", .string("\(domain.uuid)"), on: domain)
  }
}
