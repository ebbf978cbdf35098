/// Collects the wire form of values. Every value takes a multiple of four bytes.
@frozen
public struct XDRWriter: Sendable {
  @usableFromInline var storage: [UInt8]

  /// What was written so far.
  @inlinable public var bytes: [UInt8] { storage }

  /// How many bytes were written so far.
  @inlinable public var count: Int { storage.count }

  /// An empty writer with room for `capacity` bytes, which grows when more is written.
  @inlinable
  public init(reservingCapacity capacity: Int = 128) {
    storage = []
    storage.reserveCapacity(max(0, capacity))
  }

  /// Appends a 32-bit word, most significant byte first.
  @inlinable
  public mutating func append(_ word: UInt32) {
    storage.append(UInt8(truncatingIfNeeded: word >> 24))
    storage.append(UInt8(truncatingIfNeeded: word >> 16))
    storage.append(UInt8(truncatingIfNeeded: word >> 8))
    storage.append(UInt8(truncatingIfNeeded: word))
  }

  /// Appends a 64-bit word, most significant byte first.
  @inlinable
  public mutating func append(_ word: UInt64) {
    append(UInt32(truncatingIfNeeded: word >> 32))
    append(UInt32(truncatingIfNeeded: word))
  }

  /// Appends a count in front of a variable array, opaque or string.
  /// - Throws: `XDRError` of kind `tooLong` above `bound`.
  @inlinable
  public mutating func append(count: Int, bound: Int) throws {
    guard count <= bound, let word = UInt32(exactly: count) else {
      throw XDRError(.tooLong(count: count, bound: bound), offset: storage.count)
    }
    append(word)
  }

  /// Appends bytes with no count in front, padded with zeros to a multiple of four: fixed opaque data.
  @inlinable
  public mutating func appendPadded(_ data: some Collection<UInt8>) {
    let length = data.count
    storage.append(contentsOf: data)
    for _ in 0..<XDRReader.padding(of: length) { storage.append(0) }
  }

  /// Appends bytes as they are, neither counted nor padded: what follows a message header in a stream packet.
  @inlinable
  public mutating func appendRaw(_ data: some Collection<UInt8>) {
    storage.append(contentsOf: data)
  }
}
