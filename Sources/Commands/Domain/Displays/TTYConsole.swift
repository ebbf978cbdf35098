import CommandLanguage
import Libvirt
import Presentation

struct TTYConsole: Command {
  static let info = CommandInfo(
    "ttyconsole", group: .domain, abstract: "show the terminal of a guest's console",
    description: "Show the host's terminal device that a guest's first console is connected with.")
  static let options = OptionTable<Self>(\._domain)

  @Option(domain: "domain-active") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let consoles = try await DomainDeviceXML(domain.xml(), wanting: "console")
    guard let path = consoles.firstValue("tty"), !path.isEmpty else {
      // virsh fails without a word.
      return context.dialect == .virsh ? Outcome(succeeded: false) : .failed("Domain '\(domain.name)' has no console on a terminal")
    }
    return .value(path, as: "tty", .string(path), on: domain)
  }
}
