import LibvirtProtocol
import XDR

/// What the checks have to know of a generic type that they meet as `Any.Type`.
protocol BoundedShape {
  /// The most elements that there may be.
  static var limit: Int { get }
  /// The type of the elements; nil for bytes.
  static var element: Any.Type? { get }
  /// The wire form of one more element than allowed.
  static func encodeTooMany() throws
}

extension Bounded: BoundedShape where Element: XDRCodable {
  static var limit: Int { bound }
  static var element: Any.Type? { Element.self }
  static func encodeTooMany() throws {
    // Zeros are a value of every element type but text with a presence or discriminant in front; those begin with an empty string.
    let sample = try? Element(decoding: Array(repeating: 0, count: 64))
    let other = try sample ?? Element(decoding: [0, 0, 0, 0, 0, 0, 0, 1] + Array(repeating: 0, count: 64))
    _ = try Bounded(repeatElement(other, count: bound + 1)).encoded()
  }
}

extension Opaque: BoundedShape {
  static var limit: Int { bound }
  static var element: Any.Type? { nil }
  static func encodeTooMany() throws { _ = try Opaque(repeatElement(0, count: bound + 1)).encoded() }
}

extension BoundedChars: BoundedShape {
  static var limit: Int { bound }
  static var element: Any.Type? { nil }
  static func encodeTooMany() throws { _ = try BoundedChars(repeatElement(0, count: bound + 1)).encoded() }
}

protocol OptionalShape {
  static var wrapped: Any.Type { get }
}

extension Optional: OptionalShape {
  static var wrapped: Any.Type { Wrapped.self }
}

protocol FixedCharsShape {
  static var size: Int { get }
}

extension FixedChars: FixedCharsShape {
  static var size: Int { length }
}

/// `Listing` calls every list `elements`, where libvirt has a name of its own for each.
protocol ListingShape {}

extension Listing: ListingShape {}
