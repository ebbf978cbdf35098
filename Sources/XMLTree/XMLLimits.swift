/// How much of a document is accepted.
public struct XMLLimits: Sendable, Hashable {
  /// The most bytes.
  public var bytes: Int
  /// The deepest nesting of elements; libxml2 itself stops at 256.
  public var depth: Int

  /// Limits of this many bytes (by default 4 MiB, what one libvirt message can carry) and this many levels (at most 256).
  public init(bytes: Int = 4 << 20, depth: Int = 256) {
    self.bytes = bytes
    self.depth = min(depth, 256)
  }
}
