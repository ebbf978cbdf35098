import XDR

/// How far a long operation on a domain is (`virDomainJobInfo`).
public struct DomainJobInfo: Hashable, Sendable {
  /// A `DomainJobType`.
  public var type: Int32
  /// Milliseconds since it began.
  public var timeElapsed: UInt64
  /// Milliseconds it may still take, for a bounded job.
  public var timeRemaining: UInt64
  /// Bytes in all.
  public var dataTotal: UInt64
  /// Bytes done.
  public var dataProcessed: UInt64
  /// Bytes to do.
  public var dataRemaining: UInt64
  /// Bytes of memory in all.
  public var memTotal: UInt64
  /// Bytes of memory done.
  public var memProcessed: UInt64
  /// Bytes of memory to do.
  public var memRemaining: UInt64
  /// Bytes of storage in all.
  public var fileTotal: UInt64
  /// Bytes of storage done.
  public var fileProcessed: UInt64
  /// Bytes of storage to do.
  public var fileRemaining: UInt64

  /// A record of its fields.
  public init(
    type: Int32,
    timeElapsed: UInt64,
    timeRemaining: UInt64,
    dataTotal: UInt64,
    dataProcessed: UInt64,
    dataRemaining: UInt64,
    memTotal: UInt64,
    memProcessed: UInt64,
    memRemaining: UInt64,
    fileTotal: UInt64,
    fileProcessed: UInt64,
    fileRemaining: UInt64
  ) {
    self.type = type
    self.timeElapsed = timeElapsed
    self.timeRemaining = timeRemaining
    self.dataTotal = dataTotal
    self.dataProcessed = dataProcessed
    self.dataRemaining = dataRemaining
    self.memTotal = memTotal
    self.memProcessed = memProcessed
    self.memRemaining = memRemaining
    self.fileTotal = fileTotal
    self.fileProcessed = fileProcessed
    self.fileRemaining = fileRemaining
  }
}

extension DomainJobInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    type.encode(into: &writer)
    timeElapsed.encode(into: &writer)
    timeRemaining.encode(into: &writer)
    dataTotal.encode(into: &writer)
    dataProcessed.encode(into: &writer)
    dataRemaining.encode(into: &writer)
    memTotal.encode(into: &writer)
    memProcessed.encode(into: &writer)
    memRemaining.encode(into: &writer)
    fileTotal.encode(into: &writer)
    fileProcessed.encode(into: &writer)
    fileRemaining.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    timeElapsed = try reader.read()
    timeRemaining = try reader.read()
    dataTotal = try reader.read()
    dataProcessed = try reader.read()
    dataRemaining = try reader.read()
    memTotal = try reader.read()
    memProcessed = try reader.read()
    memRemaining = try reader.read()
    fileTotal = try reader.read()
    fileProcessed = try reader.read()
    fileRemaining = try reader.read()
  }
}

/// How far a long operation on a domain is, in as many figures as the driver has.
public struct DomainJobStats: Hashable, Sendable {
  /// A `DomainJobType`.
  public var type: Int32
  /// The figures, by names such as `time_elapsed`.
  public var params: Bounded<64, TypedParameter>

  /// A record of its fields.
  public init(type: Int32, params: Bounded<64, TypedParameter>) {
    self.type = type
    self.params = params
  }
}

extension DomainJobStats: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    type.encode(into: &writer)
    try params.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    params = try reader.read()
  }
}
