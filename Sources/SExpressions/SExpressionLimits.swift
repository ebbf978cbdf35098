/// How much of a document is accepted.
public struct SExpressionLimits: Sendable, Hashable {
  /// The most bytes.
  public var bytes: Int
  /// The deepest nesting of lists.
  public var depth: Int
  /// The most values, lists and atoms together.
  public var values: Int

  /// Limits; by default 16 MiB, 64 levels and half a million values: the domains of the largest host have a tenth of that.
  public init(bytes: Int = 16 << 20, depth: Int = 64, values: Int = 500_000) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }
}
