import Drivers
import LibvirtProtocol

/// Storage pools, and the volumes of one or of all.
extension Completer {
  static let storage: [String: CompletionSource] = [
    "pool": named([]),
    "pool-active": named(.active),
    "pool-inactive": named(.inactive),
    "pool-persistent": named(.persistent),
    "volume": .asking("pool", "inputpool") { completer, question in
      guard let name = question.raw("inputpool") ?? question.raw("pool") else {
        // Without a pool a volume goes by its key or path.
        return completer.dialect == .virsh ? [] : try await completer.volumeKeys()
      }
      let pool = try await completer.pool(name)
      return try await completer.connection.call(Remote.storagePoolListAllVolumes, pool, 1, 0).elements.map(\.name)
    },
    "volume-key": .asking { completer, _ in try await completer.volumeKeys() },
  ]

  private static func named(_ flags: ConnectListAllStoragePoolsFlags) -> CompletionSource {
    .asking { completer, _ in try await completer.pools(flags).map(\.name) }
  }

  private func pools(_ flags: ConnectListAllStoragePoolsFlags) async throws -> [StoragePoolRef] {
    Array(try await connection.call(Remote.connectListAllStoragePools, 1, flags.rawValue).elements)
  }

  /// The pool of a name or UUID.
  private func pool(_ name: String) async throws -> StoragePoolRef {
    let connection = try await self.connection
    if let uuid = UUID(name), let pool = try? await connection.call(Remote.storagePoolLookupByUuid, uuid) { return pool }
    return try await connection.call(Remote.storagePoolLookupByName, name)
  }

  /// The keys of the volumes of all active pools, asked for together.
  private func volumeKeys() async throws -> [String] {
    let pools = try await pools(.active)
    let answers = try await connection.send(Remote.storagePoolListAllVolumes, forEach: pools, 1, 0).results
    return answers.flatMap { (try? $0.get().elements.map(\.key)) ?? [] }
  }
}
