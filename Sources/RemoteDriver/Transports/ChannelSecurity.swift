/// How safe from listeners a channel is by itself; SASL must encrypt what is not.
enum ChannelSecurity: Sendable, Hashable {
  /// Encrypted with keys of so many bits, as TLS does.
  case confidential(keyBits: Int)
  /// Nobody listens, or the program that carries the bytes sees to it: unix sockets and ssh.
  case local
  /// Anybody may listen: plain TCP, and programs of which nothing is known.
  case plain

  /// The bits that the layer of SASL must have at least and may have at most; libvirt's numbers.
  var layerBits: (least: UInt32, most: UInt32) { self == .plain ? (56, 100_000) : (0, 0) }

  /// The bits that the channel has by itself.
  var ownBits: UInt32 { if case .confidential(let bits) = self { UInt32(clamping: bits) } else { 0 } }
}
