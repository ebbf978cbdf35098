/// Reads values one after another from bytes that nobody has checked.
///
/// It never traps, and before memory is reserved for a counted value the count is compared with its bound and with the bytes that remain.
@frozen
public struct XDRReader: Sendable {
  @usableFromInline let bytes: ArraySlice<UInt8>
  @usableFromInline var index: Int

  /// A reader at the beginning of a slice, which it shares.
  @inlinable
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// A reader at the beginning of an array, which it shares.
  @inlinable
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Bytes read so far.
  @inlinable public var offset: Int { index - bytes.startIndex }

  /// Bytes not yet read.
  @inlinable public var remaining: Int { bytes.endIndex - index }

  /// Reads a value of the type that the caller expects.
  /// - Throws: `XDRError` on malformed input.
  @inlinable
  public mutating func read<Value: XDRDecodable>(_ type: Value.Type = Value.self) throws -> Value {
    try Value(from: &self)
  }

  /// Reads a 32-bit word.
  /// - Throws: `XDRError` of kind `truncated`.
  @inlinable
  public mutating func readWord() throws -> UInt32 {
    try require(4)
    let word =
      UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8 | UInt32(bytes[index + 3])
    index += 4
    return word
  }

  /// Reads a 64-bit word.
  /// - Throws: `XDRError` of kind `truncated`.
  @inlinable
  public mutating func readLongWord() throws -> UInt64 {
    try require(8)
    let high = try readWord()
    return UInt64(high) << 32 | UInt64(try readWord())
  }

  /// Reads the count in front of an array whose elements take at least `stride` bytes each.
  /// - Throws: `XDRError` of kind `tooLong` above `bound`, `truncated` when the remaining bytes cannot hold that many.
  @inlinable
  public mutating func readCount(bound: Int, stride: Int) throws -> Int {
    let start = offset
    let word = try readWord()
    guard let count = Int(exactly: word), count <= bound else {
      throw XDRError(.tooLong(count: Int(clamping: word), bound: bound), offset: start)
    }
    let (needed, overflow) = count.multipliedReportingOverflow(by: stride)
    guard !overflow, needed <= remaining else {
      throw XDRError(.truncated(needed: overflow ? .max : needed, remaining: remaining), offset: offset)
    }
    return count
  }

  /// Reads `count` bytes and the padding behind them: fixed opaque data.
  /// - Throws: `XDRError` of kind `truncated`.
  @inlinable
  public mutating func readPadded(_ count: Int) throws -> ArraySlice<UInt8> {
    try require(count)
    let data = bytes[index..<index + count]
    let padding = Self.padding(of: count)
    guard remaining - count >= padding else {
      throw XDRError(.truncated(needed: padding, remaining: remaining - count), offset: offset + count)
    }
    index += count + padding
    return data
  }

  /// The zero bytes behind `count` bytes of opaque data or text: 0 to 3.
  @inlinable
  public static func padding(of count: Int) -> Int {
    -count & 3
  }

  @inlinable
  func require(_ count: Int) throws {
    guard count >= 0, count <= remaining else {
      throw XDRError(.truncated(needed: count, remaining: remaining), offset: offset)
    }
  }
}
