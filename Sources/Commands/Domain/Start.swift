import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Start: Command {
  static let info = CommandInfo(
    "start", group: .domain, abstract: "start an inactive domain",
    description: "Start a domain that was defined before; from its saved state, if it has one.")
  static let options = OptionTable<Self>(
    \._domain, \._console, \._paused, \._autodestroy, \._bypassCache, \._forceBoot, \._passFDs, \._resetNVRAM)

  @Option(domain: "domain-shutoff") var domain: Given<String>
  @Flag("console", "attach to the console once it runs") var console
  @Flag("paused", "leave the guest's processors paused") var paused
  @Flag("autodestroy", "destroy the guest when virsh disconnects") var autodestroy
  @Flag("bypass-cache", "read a saved state past the file system's cache") var bypassCache
  @Flag("force-boot", "throw a saved state away and boot") var forceBoot
  @Option("pass-fds", "file descriptors to hand to the guest, N,M,...") var passFDs: Given<String>
  @Flag("reset-nvram", "begin with fresh NVRAM variables") var resetNVRAM

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain, by: [.uuid, .name])
    if domain.id != nil { throw CommandFailure("Domain is already active") }
    let descriptors = try FileDescriptorList(passFDs)
    let forced = forceBoot ? try await forceBoot(of: domain, passing: descriptors) : nil
    let started =
      if let forced { forced } else {
        try await explaining("Failed to start domain '\(domain.name)'") { try await start(domain, flags, passing: descriptors) }
      }
    let text = "Domain '\(started.name)' started"
    return console ? await ConsoleAttachment.run(after: text, on: started, in: context) : .message(text, on: started)
  }

  /// Starts it without its saved state; nil where the server does not know the flag, with the saved state out of the way.
  ///
  /// As in virsh, an error here stands alone.
  private func forceBoot(of domain: Domain, passing descriptors: FileDescriptorList) async throws -> Domain? {
    do {
      return try await start(domain, flags.union(.forceBoot), passing: descriptors)
    } catch let error as LibvirtError where error.code == .noSupport || error.code == .invalidArg {
      if (try? await domain.hasManagedSave()) == true { try await domain.removeManagedSave() }
      return nil
    }
  }

  private func start(_ domain: Domain, _ flags: DomainCreateFlags, passing descriptors: FileDescriptorList) async throws -> Domain {
    descriptors.isEmpty ? try await domain.start(flags) : try await domain.startWithFiles(flags)
  }

  private var flags: DomainCreateFlags {
    var flags: DomainCreateFlags = []
    if paused { flags.insert(.paused) }
    if autodestroy { flags.insert(.autodestroy) }
    if bypassCache { flags.insert(.bypassCache) }
    if resetNVRAM { flags.insert(.resetNvram) }
    return flags
  }
}
