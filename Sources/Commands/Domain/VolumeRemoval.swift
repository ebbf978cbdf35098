import Libvirt
import LibvirtProtocol
import Presentation
import XMLTree

/// The volumes that `undefine` removes together with a domain.
struct VolumeRemoval {
  private struct Volume {
    let target: String
    let source: String
    let ref: StorageVolRef
  }

  private let domain: Domain
  private var volumes: [Volume] = []
  /// What could not be found, in virsh's words.
  private(set) var complaints: [Diagnostic] = []
  /// Whether a listed disk is not there, which is a reason to stop.
  private(set) var isIncomplete = false

  /// Finds the volumes behind the domain's disks: all, or those that `wanted` lists by target or path.
  ///
  /// Throws where virsh refuses: the domain runs.
  init(of wanted: String?, from domain: Domain) async throws {
    self.domain = domain
    if domain.id != nil { throw CommandFailure("Storage volume deletion is supported only on stopped domains") }
    var missing = wanted.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
    let disks = try DomainDisks(xml: await domain.xml(.inactive)).disks
    for disk in disks {
      guard let source = disk.source else { continue }
      if wanted != nil {
        guard let index = missing.firstIndex(where: { $0 == disk.target || $0 == source }) else { continue }
        missing.remove(at: index)
      }
      if let ref = try? await domain.connection.call(Remote.storageVolLookupByPath, source) {
        volumes.append(Volume(target: disk.target, source: source, ref: ref))
      } else {
        complaints.append(
          Diagnostic("Storage volume '\(disk.target)'(\(source)) is not managed by libvirt. Remove it manually.\n"))
      }
    }
    complaints += missing.map { Diagnostic("Volume '\($0)' was not found in domain's definition.\n") }
    isIncomplete = !missing.isEmpty
  }

  /// Removes the volumes, one message for each.
  func remove(wiping: Bool, withSnapshots: Bool, into outcome: inout Outcome) async {
    var answers = outcome.answer.map { [$0] } ?? []
    for volume in volumes {
      let name = "'\(volume.target)'(\(volume.source))"
      do {
        if wiping {
          answers.append(Message("Wiping volume \(name) ... ", .always, terminator: ""))
          try await domain.connection.call(Remote.storageVolWipe, volume.ref, 0)
          answers.append(Message("Done.", .always))
        }
        try await domain.connection.call(
          Remote.storageVolDelete, volume.ref, withSnapshots ? StorageVolDeleteFlags.withSnapshots.rawValue : 0)
        answers.append(Message("Volume \(name) removed.", .always))
      } catch {
        outcome.diagnostics.append(Diagnostic("Failed to remove storage volume \(name)"))
        outcome.diagnostics.append(Diagnostic(describing: error))
        outcome.succeeded = false
      }
    }
    if !volumes.isEmpty { outcome.answer = AnswerGroup(answers) }
  }
}
