import CommandLanguage
import Presentation

struct Autostart: Command {
  static let info = CommandInfo(
    "autostart", group: .domain, abstract: "have a domain started with its host",
    description: "Say whether the host starts a domain when it starts itself.")
  static let options = OptionTable<Self>(\._domain, \._disable)

  @Option(domain: "domain-persistent") var domain: Given<String>
  @Flag("disable", "no longer start it") var disable

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    let sentence = disable ? "Failed to unmark domain '\(name)' as autostarted" : "Failed to mark domain '\(name)' as autostarted"
    try await explaining(sentence) { try await domain.setAutostart(!disable) }
    return .message("Domain '\(name)' \(disable ? "unmarked" : "marked") as autostarted", on: domain)
  }
}
