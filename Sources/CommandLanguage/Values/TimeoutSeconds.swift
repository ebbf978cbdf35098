/// How long to wait, 1 to 2147483 seconds: as milliseconds it must fit a signed 32-bit number.
public struct TimeoutSeconds: OptionValue, Hashable {
  /// The longest time that can be asked for.
  public static let longest: UInt32 = 2_147_483
  /// The time in seconds.
  public let seconds: UInt32

  /// A time, or nil if it is out of range.
  public init?(seconds: UInt32) {
    guard seconds >= 1, seconds <= Self.longest else { return nil }
    self.seconds = seconds
  }

  /// The same for a clock.
  public var duration: Duration { .seconds(Int64(seconds)) }

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a number of seconds; throws if it is out of range.
  public static func parse(_ text: String, option: String) throws(UsageError) -> TimeoutSeconds {
    guard let timeout = TimeoutSeconds(seconds: try UInt32.parse(text, option: option)) else {
      throw .malformedNumber(text, option: option)
    }
    return timeout
  }
}
