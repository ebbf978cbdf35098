import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Undefine: Command {
  static let info = CommandInfo(
    "undefine", group: .domain, abstract: "remove a domain's definition",
    description: "Remove what is defined of a domain. If it runs, it runs on and is gone when it ends.",
    exclusive: [["nvram", "keep-nvram"], ["tpm", "keep-tpm"]],
    needs: [OptionNeed("delete-storage-volume-snapshots", "remove-all-storage")])
  static let options = OptionTable<Self>(
    \._domain, \._managedSave, \._storage, \._removeAllStorage, \._deleteVolumeSnapshots, \._wipeStorage, \._snapshots,
    \._checkpoints, \._nvram, \._keepNVRAM, \._tpm, \._keepTPM, \._yes)

  @Option(domain: "domain-persistent") var domain: Given<String>
  @Flag("managed-save", "remove its saved state") var managedSave
  @Option("storage", "remove these volumes too: targets or paths with commas between them", complete: "domain-undefine-storage-disks")
  var storage: Given<String>
  @Flag("remove-all-storage", "remove all its volumes too (use with care)") var removeAllStorage
  @Flag("delete-storage-volume-snapshots", "remove the snapshots of the volumes as well", aliases: ["delete-snapshots"])
  var deleteVolumeSnapshots
  @Flag("wipe-storage", "overwrite the volumes before they are removed") var wipeStorage
  @Flag("snapshots-metadata", "forget its snapshots") var snapshots
  @Flag("checkpoints-metadata", "forget its checkpoints") var checkpoints
  @Flag("nvram", "remove its NVRAM file") var nvram
  @Flag("keep-nvram", "keep its NVRAM file") var keepNVRAM
  @Flag("tpm", "remove its TPM state") var tpm
  @Flag("keep-tpm", "keep its TPM state") var keepTPM
  @Flag("yes", "do not ask when several domains are meant", ours: true) var yes

  var destruction: String? {
    yes ? nil : removeAllStorage || storage.isGiven ? "undefine, with their storage," : "undefine"
  }

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let wanted = storage.raw.flatMap { $0.isEmpty ? nil : $0 }
    if wipeStorage, !removeAllStorage, wanted == nil {
      throw CommandFailure("'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'")
    }
    let domain = try await context.domain(domain)
    let leftovers = try await leftovers(of: domain, in: context)
    // That the domain runs is told first.
    if removeAllStorage, wanted != nil, domain.id == nil { throw CommandFailure("Specified both --storage and --remove-all-storage") }
    let removal = removeAllStorage || wanted != nil ? try await VolumeRemoval(of: wanted, from: domain) : nil
    if let removal, removal.isIncomplete { return .failed(removal.complaints) }
    do {
      try await undefine(domain, leaving: leftovers)
    } catch {
      guard let removal, !removal.complaints.isEmpty else { throw error }
      return .failed(removal.complaints + Diagnostic.all(of: error))
    }
    var outcome = Outcome.message("Domain '\(name)' has been undefined", on: domain)
    if let removal {
      outcome.diagnostics += removal.complaints
      await removal.remove(wiping: wipeStorage, withSnapshots: deleteVolumeSnapshots, into: &outcome)
    }
    return outcome
  }

  /// What hangs on the definition and must be removed first, as far as it matters here.
  private struct Leftovers {
    var hasSave = false
    var snapshots: Int32 = 0
  }

  private func leftovers(of domain: Domain, in context: Context) async throws -> Leftovers {
    // To virsh a guest that runs has neither, and the server is left to refuse it.
    if context.dialect == .virsh, try await domain.isActive() { return Leftovers() }
    var leftovers = Leftovers(hasSave: (try? await domain.hasManagedSave()) == true)
    if snapshots || leftovers.hasSave { leftovers.snapshots = (try? await domain.snapshotRecords()) ?? 0 }
    return leftovers
  }

  /// Undefines it with the flags that there is a reason for. A server that does not know one of them is asked without, as virsh does;
  /// only `--nvram` insists.
  private func undefine(_ domain: Domain, leaving leftovers: Leftovers) async throws {
    let sentence = "Failed to undefine domain '\(self.domain.raw ?? domain.name)'"
    var flags = flags
    if managedSave, leftovers.hasSave { flags.insert(.managedSave) }
    if leftovers.snapshots == 0 { flags.remove(.snapshotsMetadata) }
    // Without snapshots virsh does not trust the server to refuse a domain with a saved state.
    if managedSave || nvram || !leftovers.hasSave || leftovers.snapshots > 0 {
      do {
        return try await explaining(sentence) { try await domain.undefine(flags) }
      } catch let failure as CommandFailure where !nvram && Self.isUnknownFlag(failure.cause) {
        // In steps, then.
      }
    }
    if leftovers.hasSave {
      guard managedSave else { throw CommandFailure("Refusing to undefine while domain managed save image exists") }
      try await domain.removeManagedSave()
    }
    if leftovers.snapshots > 0 {
      throw CommandFailure(
        snapshots
          ? "Unable to remove metadata of \(leftovers.snapshots) snapshots"
          : "Refusing to undefine while \(leftovers.snapshots) snapshots exist")
    }
    try await explaining(sentence) { try await domain.undefine(nil) }
  }

  private static func isUnknownFlag(_ error: (any Error)?) -> Bool {
    guard let error = error as? LibvirtError else { return false }
    return error.code == .noSupport || error.code == .invalidArg
  }

  private var flags: DomainUndefineFlags {
    var flags: DomainUndefineFlags = []
    if snapshots { flags.insert(.snapshotsMetadata) }
    if checkpoints { flags.insert(.checkpointsMetadata) }
    if nvram { flags.insert(.nvram) }
    if keepNVRAM { flags.insert(.keepNvram) }
    if tpm { flags.insert(.tpm) }
    if keepTPM { flags.insert(.keepTpm) }
    return flags
  }
}
