import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation

struct Edit: Command {
  static let info = CommandInfo(
    "edit", group: .domain, abstract: "edit a domain's definition",
    description: "Edit what the next start of a domain will have, with $VISUAL or $EDITOR. A text that is refused is not lost.")
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(\._domain, \._skipValidate)

  @Option(domain: "domain") var domain: Given<String>
  @Flag("skip-validate", "do not check the XML against the schema") var skipValidate

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    var edited = domain
    let session = EditSession(context: context, canRelax: true) {
      try await domain.xml([.secure, .inactive])
    } apply: { text, isRelaxed in
      let xml = try DefinitionFile.text(text, source: "(domain_definition)")
      edited = try await domain.connection.redefine(xml: xml, validating: !(isRelaxed || skipValidate))
    }
    switch try await session.run() {
    case .unchanged: return .message("Domain '\(domain.name)' XML configuration not changed.", on: domain)
    case .changed:
      return .message("Domain '\(edited.name)' XML configuration edited.", on: edited).changed(edited, .config, in: context)
    case .failed(let diagnostics): return .failed(diagnostics)
    case .refusedUnasked(let diagnostics):
      return Outcome(Message("Domain '(null)' XML configuration edited.", .extra), diagnostics: diagnostics)
    }
  }
}

extension Connection {
  /// Defines a domain. A server that cannot check the XML against the schema defines it without.
  fileprivate func redefine(xml: String, validating: Bool) async throws -> Domain {
    do {
      return try await defineDomain(xml: xml, validating ? .validate : [])
    } catch let error as LibvirtError where validating && (error.code == .noSupport || error.code == .invalidArg) {
      return try await defineDomain(xml: xml)
    }
  }
}
