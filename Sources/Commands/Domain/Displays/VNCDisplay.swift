import CommandLanguage
import Libvirt
import Presentation

struct VNCDisplay: Command {
  static let info = CommandInfo(
    "vncdisplay", group: .domain, abstract: "show where a guest's VNC display is",
    description: "Show the address and the number of a running guest's VNC display, as viewers take them.")
  static let options = OptionTable<Self>(\._domain)

  @Option(domain: "domain-active") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let displays = try await DomainDisplays(of: domain)
    guard let vnc = displays.first(.vnc), let port = vnc.port else {
      throw displays.failure("Failed to get VNC port. Is this domain using VNC?")
    }
    guard vnc.hasPort(in: context.dialect) else {
      throw CommandFailure("The port of the VNC display of domain '\(domain.name)' is not known")
    }
    let address = vnc.listen.flatMap { $0 == "0.0.0.0" ? nil : $0 }
    let number = DomainDisplays.Display.vncNumber(of: port)
    return Outcome(
      Labelled(
        "\(address ?? ""):\(number)",
        ["address": .string(orNull: address), "display": .integer(number), "port": .integer(port)]))
  }
}
