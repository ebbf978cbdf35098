import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct ManagedSave: Command {
  static let info = CommandInfo(
    "managedsave", group: .domain, abstract: "save a guest's memory until its next start, and stop it",
    description: "Let libvirt keep the memory of a running guest and stop it. Its next 'start' goes on from there.")
  var severalDomains: SeveralDomainsWay { .inTurn }
  static let options = OptionTable<Self>(\._domain, \._bypassCache, \._running, \._paused, \._verbose)

  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("bypass-cache", "write past the file system's cache") var bypassCache
  @Flag("running", "let it run at its next start") var running
  @Flag("paused", "keep it paused at its next start") var paused
  @Flag("verbose", "show the progress") var verbose

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    let flags = DomainSaveRestoreFlags(bypassCache: bypassCache, running: running, paused: paused)
    let job = DomainJob(title: "Managedsave", domain: domain, isVerbose: verbose, context: context)
    return try await job.outcome(failing: "Failed to save domain '\(name)' state") {
      try domain.managedSave(flags)
    } done: {
      .message("\(job.gap)Domain '\(name)' state saved by libvirt", on: domain)
    }
  }
}

struct ManagedSaveRemove: Command {
  static let info = CommandInfo(
    "managedsave-remove", group: .domain, abstract: "forget a domain's saved state",
    description: "Remove the memory that 'managedsave' kept, so that the next start boots.")
  static let options = OptionTable<Self>(\._domain)

  @Option(domain: "domain-managedsave") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    let hasState = try await explaining("Failed to check for domain managed save image") { try await domain.hasManagedSave() }
    guard hasState else { return Self.said("Domain '\(name)' has no manage save image; removal skipped", domain) }
    try await explaining("Failed to remove managed save image for domain '\(name)'") { try await domain.removeManagedSave() }
    return Self.said("Removed managedsave image for domain '\(name)'", domain)
  }

  /// virsh leaves these lines open.
  private static func said(_ text: String, _ domain: Domain) -> Outcome {
    Outcome(Message(text, .extra, fields: ["domain": .string(domain.name), "uuid": .string("\(domain.uuid)")], terminator: ""))
  }
}
