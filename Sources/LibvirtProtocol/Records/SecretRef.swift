import XDR

/// Which secret is meant (`remote_nonnull_secret`).
public struct SecretRef: Hashable, Sendable {
  /// Its UUID.
  public var uuid: UUID
  /// What it is for: a `SecretUsageType`.
  public var usageType: Int32
  /// Which object of that kind uses it.
  public var usageID: String

  /// A record of its fields.
  public init(uuid: UUID, usageType: Int32, usageID: String) {
    self.uuid = uuid
    self.usageType = usageType
    self.usageID = usageID
  }
}

extension SecretRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    uuid.encode(into: &writer)
    usageType.encode(into: &writer)
    try usageID.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    uuid = try reader.read()
    usageType = try reader.read()
    usageID = try reader.read()
  }
}
