/// XDR's `void`: no bytes. The reply of a procedure that only succeeds or fails.
@frozen
public struct Nothing: XDREncodable, XDRDecodable, Hashable, Sendable {
  /// The only value.
  @inlinable public init() {}

  /// Reads nothing.
  @inlinable public init(from reader: inout XDRReader) {}

  /// Appends nothing.
  @inlinable public func encode(into writer: inout XDRWriter) {}
}
