/// A variable array of at most `bound` elements: a count, then the elements.
///
/// A longer array can be made in memory; encoding it throws, and so does decoding one.
@frozen
public struct Bounded<let bound: Int, Element> {
  /// The elements.
  public var elements: [Element]

  /// An array of the elements of a sequence.
  @inlinable
  public init(_ elements: some Sequence<Element>) {
    self.elements = Array(elements)
  }
}

extension Bounded: RandomAccessCollection {
  /// Where the elements begin: 0.
  @inlinable public var startIndex: Int { elements.startIndex }

  /// The count of elements.
  @inlinable public var endIndex: Int { elements.endIndex }

  /// The element at a position, which must exist.
  @inlinable
  public subscript(position: Int) -> Element { elements[position] }
}

extension Bounded: ExpressibleByArrayLiteral {
  /// An array of the elements written down.
  @inlinable
  public init(arrayLiteral elements: Element...) {
    self.elements = elements
  }
}

extension Bounded: Equatable where Element: Equatable {}
extension Bounded: Hashable where Element: Hashable {}
extension Bounded: Sendable where Element: Sendable {}

extension Bounded: XDREncodable where Element: XDREncodable {
  /// Appends the count and the elements.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` elements.
  @inlinable
  public func encode(into writer: inout XDRWriter) throws {
    try writer.append(count: elements.count, bound: bound)
    for element in elements { try element.encode(into: &writer) }
  }
}

extension Bounded: XDRDecodable where Element: XDRDecodable {
  /// Reads the count and the elements.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` elements, `truncated` when they cannot all be there.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    // Nothing in an array takes fewer than four bytes.
    let count = try reader.readCount(bound: bound, stride: 4)
    elements = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try Element(from: &reader)) }
  }
}
