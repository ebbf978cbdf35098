import XDR

/// What the `ListAll…` procedures and their like answer: at most `bound` elements, and how many there are.
///
/// `Count` is `Int32` or `UInt32`, as the procedure has it. Whoever asks for no results gets the count alone.
public struct Listing<let bound: Int, Element: XDRCodable & Hashable & Sendable, Count>: Hashable, Sendable
where Count: FixedWidthInteger & XDRCodable & Sendable {
  /// The elements.
  public var elements: Bounded<bound, Element>
  /// How many there are; what libvirt's function returns.
  public var ret: Count

  /// A listing of its fields.
  public init(elements: Bounded<bound, Element>, ret: Count) {
    self.elements = elements
    self.ret = ret
  }

  /// A listing of all elements of a sequence, with their count; without the elements if `needResults` is 0.
  public init(_ elements: some Sequence<Element>, needResults: Int32 = 1) {
    let all = Bounded<bound, Element>(elements)
    self.init(elements: needResults == 0 ? [] : all, ret: Count(clamping: all.count))
  }
}

extension Listing: XDRCodable {
  /// Appends the elements and their count.
  /// - Throws: `XDRError` above `bound` elements, or when one of them exceeds a bound.
  public func encode(into writer: inout XDRWriter) throws {
    try elements.encode(into: &writer)
    try ret.encode(into: &writer)
  }

  /// Reads the elements and their count.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    elements = try reader.read()
    ret = try reader.read()
  }
}
