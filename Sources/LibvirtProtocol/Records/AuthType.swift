import XDR

/// How a server wants its clients to prove who they are (`remote_auth_type`). Newer servers may know more ways.
public struct AuthType: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: Int32

  /// A way by its number, which may be unknown.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Not at all.
  public static let none = AuthType(rawValue: 0)
  /// By SASL, as `authSaslInit` begins it.
  public static let sasl = AuthType(rawValue: 1)
  /// By polkit on the server's host, as `authPolkit` asks it.
  public static let polkit = AuthType(rawValue: 2)
}

extension AuthType: XDRCodable {
  /// Appends the number.
  public func encode(into writer: inout XDRWriter) {
    rawValue.encode(into: &writer)
  }

  /// Reads any number.
  /// - Throws: `XDRError` of kind `truncated`.
  public init(from reader: inout XDRReader) throws {
    rawValue = try reader.read()
  }
}
