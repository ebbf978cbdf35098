/// An unsigned number that may be typed as a negative one, counted down from zero: `-1` is the greatest value.
public struct Wrapping<Base: FixedWidthInteger & UnsignedInteger & Sendable>: OptionValue, Hashable {
  /// The number after wrapping.
  public let value: Base

  /// A number.
  public init(_ value: Base) {
    self.value = value
  }

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a decimal number, perhaps negative; throws if it does not fit even then.
  public static func parse(_ text: String, option: String) throws(UsageError) -> Wrapping {
    guard let number = DecimalPrefix(text), number.rest.isEmpty, let magnitude = number.magnitude,
      let value = Base(exactly: magnitude)
    else { throw .malformedNumber(text, option: option) }
    return Wrapping(number.isNegative ? 0 &- value : value)
  }
}

/// 32 bits that wrap.
public typealias WrappingUInt32 = Wrapping<UInt32>
/// 64 bits that wrap.
public typealias WrappingUInt64 = Wrapping<UInt64>
