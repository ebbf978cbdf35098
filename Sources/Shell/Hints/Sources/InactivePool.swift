import CommandLanguage
import LibvirtProtocol

/// A volume is not found, or cannot be used, because its pool does not run or was not read again since the volume came.
struct InactivePool: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    scene.connection != nil && !failure.quoted.isEmpty
      && (failure.code == .noStorageVol && scene.command?.raw("pool") != nil
        || failure.code == .operationInvalid && failure.domain == .storage)
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let name = failure.code == .noStorageVol ? scene.command?.raw("pool") : failure.quoted.first else { return nil }
    let connection = try scene.openConnection()
    let pool = try await connection.call(Remote.storagePoolLookupByName, name)
    let word = name.escapedForLine(in: nil)
    guard try await connection.call(Remote.storagePoolIsActive, pool) != 0 else {
      return "the storage pool '\(name)' is not active" + (scene.hasCommand("pool-start") ? ": pool-start \(word)" : "")
    }
    guard failure.code == .noStorageVol else { return nil }
    return "the storage pool '\(name)' is active; a volume that came by other ways than libvirt is seen after a refresh"
      + (scene.hasCommand("pool-refresh") ? ": pool-refresh \(word)" : "")
  }
}
