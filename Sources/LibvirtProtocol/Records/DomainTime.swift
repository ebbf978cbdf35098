import XDR

/// The time in a guest.
public struct DomainTime: Hashable, Sendable {
  /// Seconds since 1970 in UTC.
  public var seconds: Int64
  /// Nanoseconds within the second.
  public var nseconds: UInt32

  /// A record of its fields.
  public init(seconds: Int64, nseconds: UInt32) {
    self.seconds = seconds
    self.nseconds = nseconds
  }
}

extension DomainTime: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    seconds.encode(into: &writer)
    nseconds.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    seconds = try reader.read()
    nseconds = try reader.read()
  }
}
