import XDR

/// A job that copies the data of a disk changed its state.
public struct DomainBlockJobEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The image on the host.
  public var path: String
  /// A `DomainBlockJobType`.
  public var type: Int32
  /// A `DomainBlockJobStatus`.
  public var status: Int32

  /// A record of its fields.
  public init(dom: DomainRef, path: String, type: Int32, status: Int32) {
    self.dom = dom
    self.path = path
    self.type = type
    self.status = status
  }
}

extension DomainBlockJobEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try path.encode(into: &writer)
    type.encode(into: &writer)
    status.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    path = try reader.read()
    type = try reader.read()
    status = try reader.read()
  }
}

/// A job that copies the data of a disk changed its state.
public struct DomainBlockJob2Event: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// The disk's target in the guest.
  public var dst: String
  /// A `DomainBlockJobType`.
  public var type: Int32
  /// A `DomainBlockJobStatus`.
  public var status: Int32

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, dst: String, type: Int32, status: Int32) {
    self.callbackID = callbackID
    self.dom = dom
    self.dst = dst
    self.type = type
    self.status = status
  }
}

extension DomainBlockJob2Event: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try dst.encode(into: &writer)
    type.encode(into: &writer)
    status.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    dst = try reader.read()
    type = try reader.read()
    status = try reader.read()
  }
}

/// A guest wrote beyond the threshold of a disk.
public struct DomainBlockThresholdEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// The disk's target, with the index of the image if it is not the top one.
  public var dev: String
  /// The image on the host.
  public var path: String?
  /// The threshold in bytes.
  public var threshold: UInt64
  /// Bytes beyond it.
  public var excess: UInt64

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, dev: String, path: String?, threshold: UInt64, excess: UInt64) {
    self.callbackID = callbackID
    self.dom = dom
    self.dev = dev
    self.path = path
    self.threshold = threshold
    self.excess = excess
  }
}

extension DomainBlockThresholdEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try dev.encode(into: &writer)
    try path.encode(into: &writer)
    threshold.encode(into: &writer)
    excess.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    dev = try reader.read()
    path = try reader.read()
    threshold = try reader.read()
    excess = try reader.read()
  }
}
