import XDR

/// A disk of a guest failed.
public struct DomainIOErrorEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The image on the host.
  public var srcPath: String
  /// The disk's alias.
  public var devAlias: String
  /// What is done about it: a `DomainEventIOErrorAction`.
  public var action: Int32

  /// A record of its fields.
  public init(dom: DomainRef, srcPath: String, devAlias: String, action: Int32) {
    self.dom = dom
    self.srcPath = srcPath
    self.devAlias = devAlias
    self.action = action
  }
}

extension DomainIOErrorEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try srcPath.encode(into: &writer)
    try devAlias.encode(into: &writer)
    action.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    srcPath = try reader.read()
    devAlias = try reader.read()
    action = try reader.read()
  }
}

/// A disk of a guest failed, and why.
public struct DomainIOErrorReasonEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The image on the host.
  public var srcPath: String
  /// The disk's alias.
  public var devAlias: String
  /// What is done about it: a `DomainEventIOErrorAction`.
  public var action: Int32
  /// Why, such as `enospc`; may be empty.
  public var reason: String

  /// A record of its fields.
  public init(dom: DomainRef, srcPath: String, devAlias: String, action: Int32, reason: String) {
    self.dom = dom
    self.srcPath = srcPath
    self.devAlias = devAlias
    self.action = action
    self.reason = reason
  }
}

extension DomainIOErrorReasonEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try srcPath.encode(into: &writer)
    try devAlias.encode(into: &writer)
    action.encode(into: &writer)
    try reason.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    srcPath = try reader.read()
    devAlias = try reader.read()
    action = try reader.read()
    reason = try reader.read()
  }
}

/// The source of a disk or of a medium changed.
public struct DomainDiskChangeEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// What it was.
  public var oldSrcPath: String?
  /// What it is.
  public var newSrcPath: String?
  /// The disk's alias.
  public var devAlias: String
  /// A `DomainEventDiskChangeReason`.
  public var reason: Int32

  /// A record of its fields.
  public init(dom: DomainRef, oldSrcPath: String?, newSrcPath: String?, devAlias: String, reason: Int32) {
    self.dom = dom
    self.oldSrcPath = oldSrcPath
    self.newSrcPath = newSrcPath
    self.devAlias = devAlias
    self.reason = reason
  }
}

extension DomainDiskChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try oldSrcPath.encode(into: &writer)
    try newSrcPath.encode(into: &writer)
    try devAlias.encode(into: &writer)
    reason.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    oldSrcPath = try reader.read()
    newSrcPath = try reader.read()
    devAlias = try reader.read()
    reason = try reader.read()
  }
}

/// The tray of a drive was opened or closed.
public struct DomainTrayChangeEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The drive's alias.
  public var devAlias: String
  /// A `DomainEventTrayChangeReason`.
  public var reason: Int32

  /// A record of its fields.
  public init(dom: DomainRef, devAlias: String, reason: Int32) {
    self.dom = dom
    self.devAlias = devAlias
    self.reason = reason
  }
}

extension DomainTrayChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try devAlias.encode(into: &writer)
    reason.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    devAlias = try reader.read()
    reason = try reader.read()
  }
}
