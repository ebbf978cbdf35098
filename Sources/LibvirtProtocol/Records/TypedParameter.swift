import XDR

/// A named value: what tuning, statistics and job figures are made of (`remote_typed_param`).
public struct TypedParameter: Hashable, Sendable {
  /// Its name, at most 79 bytes in libvirt.
  public var field: String
  /// Its value, whose type is part of it.
  public var value: TypedParameterValue

  /// A record of its fields.
  public init(field: String, value: TypedParameterValue) {
    self.field = field
    self.value = value
  }
}

extension TypedParameter: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try field.encode(into: &writer)
    try value.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    field = try reader.read()
    value = try reader.read()
  }
}
