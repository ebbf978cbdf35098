import Drivers
import LibvirtProtocol

/// Interfaces, devices, filters and secrets of the host.
extension Completer {
  static let hostObjects: [String: CompletionSource] = [
    "interface": interfaces([], \.name),
    "interface-active": interfaces(.active, \.name),
    "interface-inactive": interfaces(.inactive, \.name),
    "interface-mac": interfaces([], \.mac),
    "nodedev": .asking { completer, _ in
      try await completer.connection.call(Remote.connectListAllNodeDevices, 1, 0).elements.map(\.name)
    },
    "secret": .asking { completer, _ in
      try await completer.connection.call(Remote.connectListAllSecrets, 1, 0).elements.map { "\($0.uuid)" }
    },
    "nwfilter": .asking { completer, _ in
      try await completer.connection.call(Remote.connectListAllNwfilters, 1, 0).elements.map(\.name)
    },
    "nwfilter-binding": .asking { completer, _ in
      try await completer.connection.call(Remote.connectListAllNwfilterBindings, 1, 0).elements.map(\.portdev)
    },
  ]

  private static func interfaces(
    _ flags: ConnectListAllInterfacesFlags, _ text: @escaping @Sendable (InterfaceRef) -> String
  ) -> CompletionSource {
    .asking { completer, _ in
      try await completer.connection.call(Remote.connectListAllInterfaces, 1, flags.rawValue).elements.map(text)
        .filter { !$0.isEmpty }
    }
  }
}
