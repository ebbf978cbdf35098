import CommandLanguage
import Libvirt
import LibvirtProtocol
import XMLTree

/// A volume is not found, or cannot be used, because its pool does not run or was not read again since the volume came.
struct InactivePool: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    guard scene.connection != nil, !failure.quoted.isEmpty else { return false }
    // A guest whose disk is in a pool that does not run: `storage pool 'p' containing volume 'v' is not active`.
    return failure.code == .noStorageVol || failure.code == .configUnsupported && failure.message.contains("storage pool")
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    let isMissing = failure.code == .noStorageVol
    guard let quoted = failure.quoted.first else { return nil }
    let name = isMissing ? try await pool(of: quoted, in: scene) : quoted
    let connection = try scene.openConnection()
    let pool = try await connection.call(Remote.storagePoolLookupByName, name)
    let word = name.escapedForLine(in: nil)
    guard try await connection.call(Remote.storagePoolIsActive, pool) != 0 else {
      return "the storage pool '\(name)' is not active" + (scene.hasCommand("pool-start") ? ": pool-start \(word)" : "")
    }
    guard isMissing, scene.isLocal,
      let file = await file(quoted, in: try await connection.call(Remote.storagePoolGetXmlDesc, pool, 0), scene)
    else { return nil }
    return "\(file) exists, but the storage pool '\(name)' was last read before it came"
      + (scene.hasCommand("pool-refresh") ? ": pool-refresh \(word)" : "")
  }

  /// The pool that a volume was looked for in: the one that the command names, or the guest's definition.
  private func pool(of volume: String, in scene: Scene) async throws -> String {
    if let name = scene.command?.raw("pool") { return name }
    let root = try XMLDocument(try await scene.domain().xml(.inactive), source: "(domain_definition)").root
    let sources = root[child: "devices"]?.elements("disk").compactMap { $0[child: "source"] } ?? []
    guard let name = sources.first(where: { $0[attribute: "volume"] == volume })?[attribute: "pool"] else { throw NoFacts() }
    return name
  }

  /// The path of a volume's file, if it is there.
  private func file(_ volume: String, in definition: String, _ scene: Scene) async -> String? {
    guard let root = (try? XMLDocument(definition, source: "(storage_pool)"))?.root, let folder = root.descendant("target", "path")?.text
    else { return nil }
    let path = volume.hasPrefix("/") ? volume : "\(folder)/\(volume)"
    return await scene.host.file(path) == nil ? nil : path
  }
}
