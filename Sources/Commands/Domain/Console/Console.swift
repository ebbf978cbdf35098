import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Console: Command {
  static let info = CommandInfo(
    "console", group: .domain, abstract: "give the terminal to a guest's console",
    description: """
      Connect this terminal with a guest's serial or paravirtual console, until the escape key (Ctrl-] unless -e says otherwise)
      or, in virtsh, Enter ~ . is typed.
      """)
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(\._domain, \._devname, \._force, \._safe)

  @Option(domain: "domain-active") var domain: Given<String>
  @Option("devname", "the device's alias, as serial0", complete: "domain-console") var devname: Given<String>
  @Flag("force", "take the console from whoever has it") var force
  @Flag("safe", "only if the driver keeps others off it") var safe

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let device = try devname.value()
    var flags: DomainConsoleFlags = []
    if force { flags.insert(.force) }
    if safe { flags.insert(.safe) }
    return try await ConsoleAttachment(domain: domain, device: device, flags: flags).run(in: context)
  }
}
