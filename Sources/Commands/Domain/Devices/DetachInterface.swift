import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation
import XMLTree

struct DetachInterface: Command {
  static let info = CommandInfo(
    "detach-interface", group: .domain, abstract: "detach a network interface from a domain",
    description: "Remove a network interface, found by its type and, where there are several, by its MAC address.",
    exclusive: DeviceImpact.exclusive)
  static let options = OptionTable<Self>(\._domain, \._type, \._mac, \._persistent, \._config, \._live, \._current, \._printXML)

  @Option(domain: "domain") var domain: Given<String>
  @Option("type", "what it is connected with: network, bridge, direct, ...", .required) var type: Given<String>
  @Option("mac", "its MAC address", complete: "domain-interface") var mac: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current
  @Flag("print-xml", "print the interface's XML and detach nothing") var printXML

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    var printed = ""
    var isLive = live
    do {
      let wanted = (type: try type.required(), mac: try mac.value())
      if persistent, !isLive { isLive = try await domain.isActive() }
      if config || persistent { printed += try await detach(wanted, from: domain, .config) }
      if isLive || !(config || persistent) {
        do {
          printed += try await detach(wanted, from: domain, isLive ? .live : current ? .current : nil)
        } catch let error as CommandFailure where printXML {
          return .failed(
            complaints(in: context) + Diagnostic.all(of: error), answer: printed.isEmpty ? nil : Document(printed, endsLine: false))
        }
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      // virsh tells the reason first here where it is its own, and last where it is libvirt's.
      guard error is CommandFailure || error is UsageError else { throw CommandFailure("Failed to detach interface", cause: error) }
      let complaints = error is UsageError ? [] : complaints(in: context)
      return .failed(complaints + Diagnostic.all(of: error) + [Diagnostic("Failed to detach interface")])
    }
    if printXML { return Outcome(Document(printed, endsLine: false)) }
    return .message("Interface detached successfully", on: domain)
      .changed(domain, config && !isLive ? .config : nil, in: context)
  }

  /// What libxml2 says of a type with a quote in it, which virsh puts into an XPath expression as it is.
  private func complaints(in context: Context) -> [Diagnostic] {
    guard context.dialect == .virsh, let type = type.raw else { return [] }
    let answer = try? XMLDocument.select("/domain/devices/interface[@type='\(type)']", in: "<domain/>", source: "")
    return answer?.complaints.map { Diagnostic(verbatim: $0) } ?? []
  }

  /// Detaches it from the running domain or from the definition; the XML that says what it is.
  private func detach(
    _ wanted: (type: String, mac: String?), from domain: Domain, _ impact: DomainModificationImpact?
  ) async throws -> String {
    let devices = try DomainDeviceXML(await domain.xml(impact == .config ? .inactive : []), wanting: "interface")
    let xml = try devices.interface(type: wanted.type, mac: wanted.mac)
    if !printXML { try await domain.detachDevice(xml: xml, impact) }
    return xml
  }
}
