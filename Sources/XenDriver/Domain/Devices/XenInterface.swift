/// A network interface.
struct XenInterface: Sendable, Hashable {
  /// Whether its other end joins a bridge; otherwise only the script knows.
  var isBridged: Bool
  /// The bridge on the host; nil for the usual one.
  var bridge: String?
  /// Six bytes in hexadecimal with colons; nil where xend is to choose.
  var mac: String?
  /// Addresses that the guest may use, each with or without a length of its network.
  var addresses: [String] = []
  /// What xend starts to connect the interface.
  var script: String?
  /// Its name on the host.
  var target: String?
  /// The card that the guest sees, or `netfront` for Xen's own.
  var model: String?

  /// What connects the interface: a bridged one never by the script of a host that routes, whatever that host's usual script is.
  var usedScript: String? { script ?? (isBridged ? "vif-bridge" : nil) }
}
