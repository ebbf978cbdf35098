import XDR

/// What the destination host says to a migration of protocol version 1 or 2.
public struct MigratePrepareReply: Hashable, Sendable {
  /// What the source host has to pass on.
  public var cookie: Opaque<4_194_304>
  /// Where the guest is to be sent, if the caller gave none.
  public var uriOut: String?

  /// A record of its fields.
  public init(cookie: Opaque<4_194_304>, uriOut: String?) {
    self.cookie = cookie
    self.uriOut = uriOut
  }
}

extension MigratePrepareReply: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cookie.encode(into: &writer)
    try uriOut.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cookie = try reader.read()
    uriOut = try reader.read()
  }
}

/// What the destination host says to a migration of protocol version 3.
public struct MigratePrepare3Reply: Hashable, Sendable {
  /// What the source host has to be given.
  public var cookieOut: Opaque<4_194_304>
  /// Where the guest is to be sent, if the caller gave none.
  public var uriOut: String?

  /// A record of its fields.
  public init(cookieOut: Opaque<4_194_304>, uriOut: String?) {
    self.cookieOut = cookieOut
    self.uriOut = uriOut
  }
}

extension MigratePrepare3Reply: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cookieOut.encode(into: &writer)
    try uriOut.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cookieOut = try reader.read()
    uriOut = try reader.read()
  }
}

/// What the source host begins a migration of protocol version 3 with.
public struct MigrateBegin3Reply: Hashable, Sendable {
  /// What the destination host has to be given.
  public var cookieOut: Opaque<4_194_304>
  /// The definition of the guest for the destination.
  public var xml: String

  /// A record of its fields.
  public init(cookieOut: Opaque<4_194_304>, xml: String) {
    self.cookieOut = cookieOut
    self.xml = xml
  }
}

extension MigrateBegin3Reply: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cookieOut.encode(into: &writer)
    try xml.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cookieOut = try reader.read()
    xml = try reader.read()
  }
}

/// How a migration of protocol version 3 ended at the destination.
public struct MigrateFinish3Reply: Hashable, Sendable {
  /// The domain there.
  public var dom: DomainRef
  /// What the source host has to be given.
  public var cookieOut: Opaque<4_194_304>

  /// A record of its fields.
  public init(dom: DomainRef, cookieOut: Opaque<4_194_304>) {
    self.dom = dom
    self.cookieOut = cookieOut
  }
}

extension MigrateFinish3Reply: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try cookieOut.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    cookieOut = try reader.read()
  }
}
