import XDR

/// How the host confines its guests (`virSecurityModel`).
public struct SecurityModel: Hashable, Sendable {
  /// The model, such as `selinux`; a C string.
  public var model: BoundedChars<257>
  /// Its domain of interpretation; a C string.
  public var doi: BoundedChars<257>

  /// A record of its fields.
  public init(model: BoundedChars<257>, doi: BoundedChars<257>) {
    self.model = model
    self.doi = doi
  }
}

extension SecurityModel: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try model.encode(into: &writer)
    try doi.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    model = try reader.read()
    doi = try reader.read()
  }
}

/// How a guest is confined (`virSecurityLabel`).
public struct SecurityLabel: Hashable, Sendable {
  /// The label; a C string.
  public var label: BoundedChars<4097>
  /// 1 if the model is enforced.
  public var enforcing: Int32

  /// A record of its fields.
  public init(label: BoundedChars<4097>, enforcing: Int32) {
    self.label = label
    self.enforcing = enforcing
  }
}

extension SecurityLabel: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try label.encode(into: &writer)
    enforcing.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    label = try reader.read()
    enforcing = try reader.read()
  }
}
