import XDR

/// A network interface of a guest (`virDomainInterface`).
public struct DomainInterface: Hashable, Sendable {
  /// Its name in the guest or on the host, by the source asked.
  public var name: String
  /// Its MAC address, if known.
  public var hwaddr: String?
  /// Its addresses.
  public var addrs: Bounded<2048, DomainIPAddress>

  /// A record of its fields.
  public init(name: String, hwaddr: String?, addrs: Bounded<2048, DomainIPAddress>) {
    self.name = name
    self.hwaddr = hwaddr
    self.addrs = addrs
  }
}

extension DomainInterface: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    try hwaddr.encode(into: &writer)
    try addrs.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    hwaddr = try reader.read()
    addrs = try reader.read()
  }
}

/// An address of a guest (`virDomainIPAddress`).
public struct DomainIPAddress: Hashable, Sendable {
  /// An `IPAddressType`.
  public var type: Int32
  /// The address as text.
  public var addr: String
  /// The length of the network part in bits.
  public var prefix: UInt32

  /// A record of its fields.
  public init(type: Int32, addr: String, prefix: UInt32) {
    self.type = type
    self.addr = addr
    self.prefix = prefix
  }
}

extension DomainIPAddress: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    type.encode(into: &writer)
    try addr.encode(into: &writer)
    prefix.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    addr = try reader.read()
    prefix = try reader.read()
  }
}
