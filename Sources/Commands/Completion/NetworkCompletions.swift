import Drivers
import LibvirtProtocol

/// Virtual networks and what belongs to one.
extension Completer {
  static let networks: [String: CompletionSource] = [
    "network": named([]),
    "network-active": named(.active),
    "network-inactive": named(.inactive),
    "network-persistent": named(.persistent),
    "network-uuid": .asking { completer, _ in try await completer.networks([]).map { "\($0.uuid)" } },
    "network-dhcp-mac": .asking("network") { completer, question in
      let network = try await completer.network(question)
      let leases = try await completer.connection.call(Remote.networkGetDhcpLeases, network, nil, 1, 0)
      return leases.elements.compactMap(\.mac)
    },
    "network-port": .asking("network") { completer, question in
      let network = try await completer.network(question)
      return try await completer.connection.call(Remote.networkListAllPorts, network, 1, 0).elements.map { "\($0.uuid)" }
    },
  ]

  private static func named(_ flags: ConnectListAllNetworksFlags) -> CompletionSource {
    .asking { completer, _ in try await completer.networks(flags).map(\.name) }
  }

  private func networks(_ flags: ConnectListAllNetworksFlags) async throws -> [NetworkRef] {
    Array(try await connection.call(Remote.connectListAllNetworks, 1, flags.rawValue).elements)
  }

  /// The network that the line names, by UUID or name.
  private func network(_ question: CompletionQuestion) async throws -> NetworkRef {
    guard let name = question.raw("network") else { throw NothingNamed() }
    let connection = try await self.connection
    if let uuid = UUID(name), let network = try? await connection.call(Remote.networkLookupByUuid, uuid) { return network }
    return try await connection.call(Remote.networkLookupByName, name)
  }
}

/// The line does not say whose values are wanted.
struct NothingNamed: Error {}
