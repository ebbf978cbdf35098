/// A serial or parallel port of a fully virtualized guest.
struct XenPort: Sendable, Hashable {
  /// Which kind of port.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case serial, parallel
  }

  /// What the port is connected to on the host.
  enum Source: Sendable, Hashable {
    case null, vc, pty, stdio
    case device(String)
    case file(String)
    case pipe(String)
    case tcp(TCP)
    case udp(UDP)
    case unix(path: String, isListening: Bool)
  }

  /// A stream over the network.
  struct TCP: Sendable, Hashable {
    var host: String
    var service: String
    var isTelnet: Bool
    var isListening: Bool
  }

  /// Datagrams, to a host and optionally from an address.
  struct UDP: Sendable, Hashable {
    var host: String
    var service: String
    var bindHost: String
    var bindService: String
  }

  /// Which kind of port.
  var kind: Kind
  /// Which of its kind, from 0.
  var number: Int
  /// What it is connected to.
  var source: Source

  /// How many ports of a kind there may be.
  static let limit = 32
}
