import Libvirt
import LibvirtProtocol
import XMLTree

/// `undefine` is refused one thing at a time: NVRAM, snapshots, checkpoints, a saved state. The hint names them all, with their options.
struct UndefineLeftovers: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    guard scene.command?.info.name == "undefine" else { return false }
    return failure.code == .operationInvalid || failure.code == nil && failure.message.contains("managed save image exists")
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    let domain = try await scene.domain()
    let connection = try scene.openConnection()
    let save = connection.send(Remote.domainHasManagedSaveImage, domain.ref, 0)
    let snapshots = connection.send(Remote.domainSnapshotNum, domain.ref, 0)
    let checkpoints = connection.send(Remote.domainListAllCheckpoints, domain.ref, 0, 0)
    let definition = connection.send(Remote.domainGetXmlDesc, domain.ref, DomainXMLFlags.inactive.rawValue)
    let isActive = connection.send(Remote.domainIsActive, domain.ref)

    var things: [String] = []
    var options: [String] = []
    func note(_ thing: String, _ option: String, or other: String? = nil) {
      guard scene.command?.isGiven(option) != true, other.map({ scene.command?.isGiven($0) == true }) != true else { return }
      things.append(thing)
      options.append("--\(option)" + (other.map { " (or --\($0))" } ?? ""))
    }
    if let xml = try? await definition.value, Self.hasNVRAM(xml) { note("nvram", "nvram", or: "keep-nvram") }
    // What runs on keeps its snapshots and checkpoints.
    if (try? await isActive.value) == 0 {
      if let count = try? await snapshots.value, count > 0 { note(Self.count(count, "snapshot"), "snapshots-metadata") }
      if let count = try? await checkpoints.value.ret, count > 0 { note(Self.count(count, "checkpoint"), "checkpoints-metadata") }
    }
    if (try? await save.value) == 1 { note("a saved state", "managed-save") }
    guard !options.isEmpty else { return nil }
    return "'\(domain.name)' has \(things.joined(separator: ", ")); add \(options.joined(separator: " "))"
  }

  private static func count(_ number: Int32, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private static func hasNVRAM(_ xml: String) -> Bool {
    (try? XMLDocument(xml, source: "(domain_definition)"))?.root.descendant("os", "nvram") != nil
  }
}
