/// Why bytes could not be read as a value, or a value could not be written.
public struct XDRError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// `needed` bytes are missing from, or not justified by, the `remaining` ones.
    case truncated(needed: Int, remaining: Int)
    /// A count above the bound of its type, when reading or when writing.
    case tooLong(count: Int, bound: Int)
    /// An optional's presence word that is neither 0 nor 1.
    case badBoolean(UInt32)
    /// A union's or an enumeration's number that stands for nothing.
    case badDiscriminant(Int32)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: bytes from the start of what is read, or already written.
  public let offset: Int

  /// An error at a byte offset.
  public init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension XDRError: CustomStringConvertible {
  /// One line for a log or an error message.
  public var description: String {
    switch kind {
    case .truncated(let needed, let remaining):
      "\(needed) bytes needed at offset \(offset), \(remaining) remain"
    case .tooLong(let count, let bound):
      "count \(count) at offset \(offset) exceeds the bound \(bound)"
    case .badBoolean(let value):
      "\(value) at offset \(offset) is no boolean"
    case .badDiscriminant(let value):
      "\(value) at offset \(offset) is no known discriminant"
    }
  }
}
