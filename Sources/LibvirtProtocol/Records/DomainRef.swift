import XDR

/// Which domain is meant: what every call about a domain carries (`remote_nonnull_domain`).
public struct DomainRef: Hashable, Sendable {
  /// Its name, unique on the host.
  public var name: String
  /// Its UUID, by which drivers find it.
  public var uuid: UUID
  /// Its number while it runs, -1 otherwise.
  public var id: Int32

  /// A record of its fields.
  public init(name: String, uuid: UUID, id: Int32) {
    self.name = name
    self.uuid = uuid
    self.id = id
  }
}

extension DomainRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    uuid.encode(into: &writer)
    id.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    uuid = try reader.read()
    id = try reader.read()
  }
}
