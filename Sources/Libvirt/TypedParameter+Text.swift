import LibvirtProtocol

extension TypedParameterValue {
  /// The value as virsh prints it.
  public var text: String {
    switch self {
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .llong(let value): "\(value)"
    case .ullong(let value): "\(value)"
    case .double(let value): Self.sixDecimals(value)
    case .boolean(let value): value ? "yes" : "no"
    case .string(let value): value
    }
  }

  /// The value if it is a 32-bit integer.
  public var int: Int32? { if case .int(let value) = self { value } else { nil } }

  /// C's `%f`.
  private static func sixDecimals(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let scaled = (abs(value) * 1_000_000).rounded(.toNearestOrEven)
    let whole = UInt64(scaled) / 1_000_000
    let rest = String(UInt64(scaled) % 1_000_000)
    return (value < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 6 - rest.count) + rest
  }
}
