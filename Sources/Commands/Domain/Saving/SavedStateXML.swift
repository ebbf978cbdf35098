import CommandLanguage
import LibvirtProtocol

/// The file of `--xml`: what a saved domain is to be once it is restored.
struct SavedStateXML {
  private let bytes: [UInt8]?

  /// Reads the file, if one is given.
  static func read(_ option: Given<String>) async throws -> SavedStateXML {
    guard let path = try option.value() else { return SavedStateXML(bytes: nil) }
    return SavedStateXML(bytes: try await DefinitionFile.read(path))
  }

  /// What is in it; nil without a file. Throws what libvirt says about bytes that are no UTF-8.
  func text() throws -> String? { try bytes.map { try DefinitionFile.text($0, source: "(domain_definition)") } }
}

extension DomainSaveRestoreFlags {
  /// What the options of the commands ask for.
  init(bypassCache: Bool, running: Bool = false, paused: Bool = false, resetNVRAM: Bool = false) {
    self = []
    if bypassCache { insert(.bypassCache) }
    if running { insert(.running) }
    if paused { insert(.paused) }
    if resetNVRAM { insert(.resetNvram) }
  }
}
