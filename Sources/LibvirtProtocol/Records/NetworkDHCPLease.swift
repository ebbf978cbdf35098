import XDR

/// An address that a virtual network gave out (`virNetworkDHCPLease`).
public struct NetworkDHCPLease: Hashable, Sendable {
  /// The network's bridge.
  public var iface: String
  /// When it ends: seconds since 1970.
  public var expirytime: Int64
  /// An `IPAddressType`.
  public var type: Int32
  /// The MAC address of the guest.
  public var mac: String?
  /// The identity association of DHCPv6.
  public var iaid: String?
  /// The address as text.
  public var ipaddr: String
  /// The length of the network part in bits.
  public var prefix: UInt32
  /// The name the guest gave.
  public var hostname: String?
  /// The client identifier or DUID.
  public var clientid: String?

  /// A record of its fields.
  public init(
    iface: String,
    expirytime: Int64,
    type: Int32,
    mac: String?,
    iaid: String?,
    ipaddr: String,
    prefix: UInt32,
    hostname: String?,
    clientid: String?
  ) {
    self.iface = iface
    self.expirytime = expirytime
    self.type = type
    self.mac = mac
    self.iaid = iaid
    self.ipaddr = ipaddr
    self.prefix = prefix
    self.hostname = hostname
    self.clientid = clientid
  }
}

extension NetworkDHCPLease: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try iface.encode(into: &writer)
    expirytime.encode(into: &writer)
    type.encode(into: &writer)
    try mac.encode(into: &writer)
    try iaid.encode(into: &writer)
    try ipaddr.encode(into: &writer)
    prefix.encode(into: &writer)
    try hostname.encode(into: &writer)
    try clientid.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    iface = try reader.read()
    expirytime = try reader.read()
    type = try reader.read()
    mac = try reader.read()
    iaid = try reader.read()
    ipaddr = try reader.read()
    prefix = try reader.read()
    hostname = try reader.read()
    clientid = try reader.read()
  }
}
