import XDR

/// The sizes of a disk in bytes (`virDomainBlockInfo`).
public struct DomainBlockInfo: Hashable, Sendable {
  /// What the image occupies on the host.
  public var allocation: UInt64
  /// What the guest sees.
  public var capacity: UInt64
  /// The size of the container: of the file or device.
  public var physical: UInt64

  /// A record of its fields.
  public init(allocation: UInt64, capacity: UInt64, physical: UInt64) {
    self.allocation = allocation
    self.capacity = capacity
    self.physical = physical
  }
}

extension DomainBlockInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    allocation.encode(into: &writer)
    capacity.encode(into: &writer)
    physical.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    allocation = try reader.read()
    capacity = try reader.read()
    physical = try reader.read()
  }
}

/// A job that copies the data of a disk (`virDomainBlockJobInfo`).
public struct DomainBlockJobInfo: Hashable, Sendable {
  /// 1 if there is one; otherwise the rest means nothing.
  public var found: Int32
  /// A `DomainBlockJobType`.
  public var type: Int32
  /// Its limit: MiB/s, or bytes/s if they were asked for; 0 for none.
  public var bandwidth: UInt64
  /// How far it is, in units of its own.
  public var cur: UInt64
  /// Where it ends, in the same units.
  public var end: UInt64

  /// A record of its fields.
  public init(found: Int32, type: Int32, bandwidth: UInt64, cur: UInt64, end: UInt64) {
    self.found = found
    self.type = type
    self.bandwidth = bandwidth
    self.cur = cur
    self.end = end
  }
}

extension DomainBlockJobInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    found.encode(into: &writer)
    type.encode(into: &writer)
    bandwidth.encode(into: &writer)
    cur.encode(into: &writer)
    end.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    found = try reader.read()
    type = try reader.read()
    bandwidth = try reader.read()
    cur = try reader.read()
    end = try reader.read()
  }
}

/// A disk that failed (`virDomainDiskError`).
public struct DomainDiskError: Hashable, Sendable {
  /// Its target in the guest, such as `vda`.
  public var disk: String
  /// A `DomainDiskErrorCode`.
  public var error: Int32

  /// A record of its fields.
  public init(disk: String, error: Int32) {
    self.disk = disk
    self.error = error
  }
}

extension DomainDiskError: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try disk.encode(into: &writer)
    error.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    disk = try reader.read()
    error = try reader.read()
  }
}

/// The disks of a domain that failed.
public struct DomainDiskErrors: Hashable, Sendable {
  /// One for each such disk; empty if only the count was asked for.
  public var errors: Bounded<256, DomainDiskError>
  /// How many there are, or how many disks the domain has if only the count was asked for.
  public var nerrors: Int32

  /// A record of its fields.
  public init(errors: Bounded<256, DomainDiskError>, nerrors: Int32) {
    self.errors = errors
    self.nerrors = nerrors
  }
}

extension DomainDiskErrors: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try errors.encode(into: &writer)
    nerrors.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    errors = try reader.read()
    nerrors = try reader.read()
  }
}
