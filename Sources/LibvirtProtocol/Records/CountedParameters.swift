import XDR

/// What procedures answer that first are asked with `nparams` 0 how many parameters there are, and then for the parameters.
public struct CountedParameters<let bound: Int, Element: XDRCodable & Hashable & Sendable>: Hashable, Sendable {
  /// The parameters; empty if only their count was asked for.
  public var params: Bounded<bound, Element>
  /// How many there are.
  public var nparams: Int32

  /// A reply of its fields.
  public init(params: Bounded<bound, Element>, nparams: Int32) {
    self.params = params
    self.nparams = nparams
  }

  /// A reply of all parameters of a sequence, or of their count alone, by what was asked for.
  public init(_ params: some Sequence<Element>, asked: Int32) {
    let all = Bounded<bound, Element>(params)
    self.init(params: asked == 0 ? [] : all, nparams: Int32(clamping: all.count))
  }
}

extension CountedParameters: XDRCodable {
  /// Appends the parameters and their count.
  /// - Throws: `XDRError` above `bound` parameters, or when one of them exceeds a bound.
  public func encode(into writer: inout XDRWriter) throws {
    try params.encode(into: &writer)
    nparams.encode(into: &writer)
  }

  /// Reads the parameters and their count.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    params = try reader.read()
    nparams = try reader.read()
  }
}
