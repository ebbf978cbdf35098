import XDR

/// A device was taken out of a running domain.
public struct DomainDeviceRemovedEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The device's alias.
  public var devAlias: String

  /// A record of its fields.
  public init(dom: DomainRef, devAlias: String) {
    self.dom = dom
    self.devAlias = devAlias
  }
}

extension DomainDeviceRemovedEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try devAlias.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    devAlias = try reader.read()
  }
}

/// A device was put into a running domain, or could not be taken out.
public struct DomainDeviceEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// The device's alias.
  public var devAlias: String

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, devAlias: String) {
    self.callbackID = callbackID
    self.dom = dom
    self.devAlias = devAlias
  }
}

extension DomainDeviceEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try devAlias.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    devAlias = try reader.read()
  }
}

/// A memory device changed its size.
public struct DomainMemoryDeviceSizeChangeEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// The device's alias.
  public var alias: String
  /// The size in KiB.
  public var size: UInt64

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, alias: String, size: UInt64) {
    self.callbackID = callbackID
    self.dom = dom
    self.alias = alias
    self.size = size
  }
}

extension DomainMemoryDeviceSizeChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try alias.encode(into: &writer)
    size.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    alias = try reader.read()
    size = try reader.read()
  }
}
