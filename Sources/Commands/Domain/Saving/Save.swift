import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Save: Command {
  static let info = CommandInfo(
    "save", group: .domain, abstract: "save a guest's memory to a file and stop it",
    description: "Write the memory of a running guest to a file of the host and stop it. 'restore' lets it go on from there.")
  /// All would be written to the one file.
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(\._domain, \._file, \._bypassCache, \._xml, \._running, \._paused, \._verbose)

  @Option(domain: "domain-active") var domain: Given<String>
  @Option("file", "the file to write, on the host", .required, complete: .file) var file: Given<String>
  @Flag("bypass-cache", "write past the file system's cache") var bypassCache
  @Option("xml", "file with the XML that the restored domain is to have", complete: .file) var xml: Given<String>
  @Flag("running", "let it run when it is restored") var running
  @Flag("paused", "keep it paused when it is restored") var paused
  @Flag("verbose", "show the progress") var verbose

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    let path = try file.required()
    let definition = try await SavedStateXML.read(xml)
    let flags = DomainSaveRestoreFlags(bypassCache: bypassCache, running: running, paused: paused)
    let job = DomainJob(title: "Save", domain: domain, isVerbose: verbose, context: context)
    return try await job.outcome(failing: "Failed to save domain '\(name)' to \(path)") {
      try domain.save(to: path, xml: try definition.text(), flags)
    } done: {
      .message("\(job.gap)Domain '\(name)' saved to \(path)", fields: ["domain": .string(domain.name), "file": .string(path)])
    }
  }
}
