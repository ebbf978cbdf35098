import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Restore: Command {
  static let info = CommandInfo(
    "restore", group: .domain, abstract: "let a saved guest go on",
    description: "Start a guest from the memory that 'save' wrote to a file.")
  static let options = OptionTable<Self>(\._file, \._bypassCache, \._xml, \._running, \._paused, \._resetNVRAM)

  @Option("file", "the file that 'save' wrote, on the host", .required, complete: .file) var file: Given<String>
  @Flag("bypass-cache", "read past the file system's cache") var bypassCache
  @Option("xml", "file with the XML that the domain is to have", complete: .file) var xml: Given<String>
  @Flag("running", "let it run, however it was saved") var running
  @Flag("paused", "keep it paused, however it was saved") var paused
  @Flag("reset-nvram", "begin with fresh NVRAM variables") var resetNVRAM

  func run(in context: Context) async throws -> Outcome {
    let path = try file.required()
    let definition = try await SavedStateXML.read(xml)
    let flags = DomainSaveRestoreFlags(bypassCache: bypassCache, running: running, paused: paused, resetNVRAM: resetNVRAM)
    let connection = try await context.connection
    try await explaining("Failed to restore domain from \(path)") {
      try await connection.restoreDomain(from: path, xml: try definition.text(), flags)
    }
    return .message("Domain restored from \(path)", fields: ["file": .string(path)])
  }
}
