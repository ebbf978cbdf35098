import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation
import XMLTree

struct DumpXML: Command {
  static let info = CommandInfo(
    "dumpxml", group: .domain, abstract: "print a domain's XML", description: "Print what is known of a domain as XML.")
  static let options = OptionTable<Self>(\._domain, \._inactive, \._securityInfo, \._updateCPU, \._migratable, \._xpath, \._wrap)

  @Option(domain: "domain") var domain: Given<String>
  @Flag("inactive", "what the next start will have, not the running domain") var inactive
  @Flag("security-info", "with passwords and keys") var securityInfo
  @Flag("update-cpu", "with the processor as the host would make it") var updateCPU
  @Flag("migratable", "without what another host could not use") var migratable
  @Option("xpath", "only what this XPath expression selects", positional: false) var xpath: Given<String>
  @Flag("wrap", "put what was selected into one root element") var wrap

  func run(in context: Context) async throws -> Outcome {
    let expression = xpath.raw
    let domain = try await context.domain(domain)
    // An empty expression fails without a word.
    if expression == "" { return Outcome(succeeded: false) }
    var flags: DomainXMLFlags = []
    if inactive { flags.insert(.inactive) }
    if securityInfo { flags.insert(.secure) }
    if updateCPU { flags.insert(.updateCpu) }
    if migratable { flags.insert(.migratable) }
    let xml = try await domain.xml(flags)
    guard let expression else { return Outcome(Document(xml, endsLine: false)) }
    return try Self.select(expression, from: xml, wrap: wrap)
  }

  /// Only what an XPath expression selects. A bad expression is told, but no failure: so it is with virsh.
  private static func select(_ expression: String, from xml: String, wrap: Bool) throws -> Outcome {
    do {
      let selection = try XMLDocument.select(expression, in: xml, source: "(domain_definition)", wrap: wrap)
      return Outcome(
        Document(selection.nodes.map { $0 + "\n" }.joined(), endsLine: false),
        diagnostics: selection.complaints.map { Diagnostic(verbatim: $0) })
    } catch {
      throw CommandFailure("internal error: " + error.text)
    }
  }
}
