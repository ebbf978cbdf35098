import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Metadata: Command {
  static let info = CommandInfo(
    "metadata", group: .domain, abstract: "show or change what others have noted about a domain",
    description: "Show the XML that a program keeps in a domain's definition under a namespace of its own, or change it.",
    exclusive: [["current", "live"], ["current", "config"], ["edit", "set"], ["remove", "set"], ["remove", "edit"]])
  /// An editor shows one text.
  var severalDomains: SeveralDomainsWay { edit ? .refused : .together }
  static let options = OptionTable<Self>(
    \._domain, \._uri, \._live, \._config, \._current, \._edit, \._key, \._set, \._remove)

  @Option(domain: "domain") var domain: Given<String>
  @Option("uri", "the namespace", .required) var uri: Given<String>
  @Flag("live", "of the running domain") var live
  @Flag("config", "of the next start") var config
  @Flag("current", "of whichever of the two is current") var current
  @Flag("edit", "change it with an editor") var edit
  @Option("key", "the namespace's prefix") var key: Given<String>
  @Option("set", "the new XML") var set: Given<String>
  @Flag("remove", "remove it") var remove

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let uri = try uri.required()
    let (key, set) = (try key.value(), try set.value())
    if set != nil || edit, key == nil { throw CommandFailure("namespace key is required when modifying metadata") }
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    if set != nil || remove {
      try await domain.setMetadata(.element, to: set, key: key, namespace: uri, impact)
      return .message(remove ? "Metadata removed" : "Metadata modified", on: domain).changed(domain, impact, in: context)
    }
    guard edit else {
      return Outcome(Document(try await domain.metadata(.element, namespace: uri, impact), key: "metadata"))
    }
    let session = EditSession(context: context, canRelax: false) {
      do {
        return try await domain.metadata(.element, namespace: uri, impact)
      } catch let error as LibvirtError where context.dialect == .virsh || error.code == .noDomainMetadata {
        return "\n"
      }
    } apply: { text, _ in
      let xml = try DefinitionFile.text(text, source: "(metadata_xml)")
      try await domain.setMetadata(.element, to: xml, key: key, namespace: uri, impact)
    }
    switch try await session.run() {
    case .unchanged: return Outcome(Message("Metadata not changed", .extra, terminator: ""))
    case .changed: return .message("Metadata modified", on: domain).changed(domain, impact, in: context)
    case .failed(let diagnostics): return .failed(diagnostics)
    case .refusedUnasked(let diagnostics): return Outcome(Message("Metadata modified", .extra), diagnostics: diagnostics)
    }
  }
}
