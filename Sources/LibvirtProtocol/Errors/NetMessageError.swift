import XDR

/// An error as it travels: the payload of a message with status `error` (`virNetMessageError`).
public struct NetMessageError: Hashable, Sendable {
  /// A `VirErrorNumber`.
  public var code: Int32
  /// A `VirErrorDomain`.
  public var domain: Int32
  /// The whole text.
  public var message: String?
  /// A `VirErrorLevel`.
  public var level: Int32
  /// The domain it is about; no longer used.
  public var dom: DomainRef?
  /// More text, whose meaning depends on the code.
  public var str1: String?
  /// More text, whose meaning depends on the code.
  public var str2: String?
  /// More text, whose meaning depends on the code.
  public var str3: String?
  /// A number, whose meaning depends on the code.
  public var int1: Int32
  /// A number, whose meaning depends on the code.
  public var int2: Int32
  /// The network it is about; no longer used.
  public var net: NetworkRef?

  /// An error to be sent.
  public init(_ error: LibvirtError) {
    code = error.code.rawValue
    domain = error.domain.rawValue
    message = error.message
    level = error.level.rawValue
    str1 = error.str1
    str2 = error.str2
    str3 = error.str3
    int1 = error.int1
    int2 = error.int2
  }
}

extension LibvirtError {
  /// An error that came from the other side; without a text it gets the words of its code.
  public init(_ wire: NetMessageError) {
    self.init(VirErrorNumber(rawValue: wire.code), VirErrorDomain(rawValue: wire.domain))
    level = VirErrorLevel(rawValue: wire.level)
    message = wire.message ?? message
    str1 = wire.str1
    str2 = wire.str2
    str3 = wire.str3
    int1 = wire.int1
    int2 = wire.int2
  }
}

extension NetMessageError: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when a text exceeds libvirt's bound for strings.
  public func encode(into writer: inout XDRWriter) throws {
    code.encode(into: &writer)
    domain.encode(into: &writer)
    try message.encode(into: &writer)
    level.encode(into: &writer)
    try dom.encode(into: &writer)
    try str1.encode(into: &writer)
    try str2.encode(into: &writer)
    try str3.encode(into: &writer)
    int1.encode(into: &writer)
    int2.encode(into: &writer)
    try net.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    code = try reader.read()
    domain = try reader.read()
    message = try reader.read()
    level = try reader.read()
    dom = try reader.read()
    str1 = try reader.read()
    str2 = try reader.read()
    str3 = try reader.read()
    int1 = try reader.read()
    int2 = try reader.read()
    net = try reader.read()
  }
}
