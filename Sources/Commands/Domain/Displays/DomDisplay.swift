import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomDisplay: Command {
  static let info = CommandInfo(
    "domdisplay", group: .domain, abstract: "show the URI of a guest's display",
    description: "Show a URI that a viewer takes to connect with a running guest's screen.", exclusive: [["all", "type"]])
  static let options = OptionTable<Self>(\._domain, \._includePassword, \._type, \._all)

  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("include-password", "with the password, if there is one") var includePassword
  @Option("type", "the kind of display: vnc, spice, rdp") var type: Given<String>
  @Flag("all", "all displays, not only the first") var all

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let displays = try await DomainDisplays(of: domain, includePassword ? .secure : [])
    let type = try type.value()
    let kinds = DomainDisplays.Kind.allCases.filter { type == nil || type == $0.rawValue }
    let found = kinds.compactMap { displays.first($0) }.filter { $0.isReachable(in: context.dialect) }.prefix(all ? .max : 1)
    guard !found.isEmpty else {
      throw displays.failure(type.map { "No graphical display with type '\($0)' found" } ?? "No graphical display found")
    }
    // Where a display listens on all addresses, it is found where the host is.
    let server = found.contains(where: \.listensEverywhere) ? domain.connection.uri.host : nil
    let answers = found.map { display in
      let uri = display.uri(onHost: server, password: includePassword)
      return Labelled(
        uri, endsLine: all,
        [
          "type": .string(display.kind.rawValue), "uri": .string(uri), "port": .integer(display.port), "tlsPort": .integer(display.tlsPort),
        ])
    }
    return Outcome(all ? AnswerGroup(answers) : answers[0])
  }
}
