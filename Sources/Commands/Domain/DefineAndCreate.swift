import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Define: Command {
  static let info = CommandInfo(
    "define", group: .domain, abstract: "define a domain from an XML file, without starting it",
    description: "Define an inactive domain from a file, or change the one that is there under the same name and UUID.")
  static let options = OptionTable<Self>(\._file, \._validate)

  @Option("file", "file with the domain's XML", .required, complete: .file) var file: Given<String>
  @Flag("validate", "check the XML against the schema") var validate

  func run(in context: Context) async throws -> Outcome {
    let path = try file.required()
    let bytes = try await DefinitionFile.read(path)
    let connection = try await context.connection
    let domain = try await explaining("Failed to define domain from \(path)") {
      let xml = try DefinitionFile.text(bytes, source: "(domain_definition)")
      return try await connection.defineDomain(xml: xml, validate ? .validate : [])
    }
    return .message("Domain '\(domain.name)' defined from \(path)", on: domain).changed(domain, .config, in: context)
  }
}

struct Create: Command {
  static let info = CommandInfo(
    "create", group: .domain, abstract: "create and start a domain from an XML file",
    description: "Start a domain from a file. It is gone when it ends, unless it was defined too.")
  static let options = OptionTable<Self>(
    \._file, \._console, \._paused, \._autodestroy, \._passFDs, \._validate, \._resetNVRAM)

  @Option("file", "file with the domain's XML", .required, complete: .file) var file: Given<String>
  @Flag("console", "attach to the console once it runs") var console
  @Flag("paused", "leave the guest's processors paused") var paused
  @Flag("autodestroy", "destroy the guest when virsh disconnects") var autodestroy
  @Option("pass-fds", "file descriptors to hand to the guest, N,M,...") var passFDs: Given<String>
  @Flag("validate", "check the XML against the schema") var validate
  @Flag("reset-nvram", "begin with fresh NVRAM variables") var resetNVRAM

  func run(in context: Context) async throws -> Outcome {
    let path = try file.required()
    let bytes = try await DefinitionFile.read(path)
    let descriptors = try FileDescriptorList(passFDs)
    var flags: DomainCreateFlags = []
    if paused { flags.insert(.paused) }
    if autodestroy { flags.insert(.autodestroy) }
    if validate { flags.insert(.validate) }
    if resetNVRAM { flags.insert(.resetNvram) }
    let chosen = flags
    let connection = try await context.connection
    let domain = try await explaining("Failed to create domain from \(path)") {
      let xml = try DefinitionFile.text(bytes, source: "(domain_definition)")
      return descriptors.isEmpty
        ? try await connection.createDomain(xml: xml, chosen) : try await connection.createDomainWithFiles(xml: xml, chosen)
    }
    let text = "Domain '\(domain.name)' created from \(path)"
    guard console else { return .message(text, on: domain) }
    var outcome = await ConsoleAttachment.run(after: text, on: domain, in: context)
    // virsh succeeds here although the console was refused.
    outcome.succeeded = true
    return outcome
  }
}
