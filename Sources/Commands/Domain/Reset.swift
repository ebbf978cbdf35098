import CommandLanguage
import Presentation

struct Reset: Command {
  static let info = CommandInfo(
    "reset", group: .domain, abstract: "reset a guest at once",
    description: "Press the reset button: the guest starts again at once, and what it had not written is lost.")
  static let options = OptionTable<Self>(\._domain, \._yes)

  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("yes", "do not ask when several domains are meant", ours: true) var yes

  var destruction: String? { yes ? nil : "reset" }

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    try await explaining("Failed to reset domain '\(name)'") { try await domain.reset() }
    return .message("Domain '\(name)' was reset", on: domain)
  }
}
