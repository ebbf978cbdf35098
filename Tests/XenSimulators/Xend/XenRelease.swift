/// A release of Xen, of those whose xend libvirt once spoke to.
public enum XenRelease: String, Sendable, CaseIterable, Comparable {
  case v3_0_2 = "3.0.2"
  case v3_0_3 = "3.0.3"
  case v3_0_4 = "3.0.4"
  case v3_1 = "3.1"
  case v3_2 = "3.2"
  case v3_3 = "3.3"
  case v3_4 = "3.4"
  case v4_0 = "4.0"
  case v4_1 = "4.1"

  /// The release that a format (1 to 4) is best known from; nil for other numbers.
  public init?(format: Int) {
    switch format {
    case 1: self = .v3_0_2
    case 2: self = .v3_0_3
    case 3: self = .v3_0_4
    case 4: self = .v3_4
    default: return nil
    }
  }

  /// `xend_config_format`, 1 to 4, though the first release does not tell it.
  public var format: Int {
    switch self {
    case .v3_0_2: 1
    case .v3_0_3: 2
    case .v3_0_4: 3
    default: 4
    }
  }

  /// Whether a release is older than another.
  public static func < (one: XenRelease, other: XenRelease) -> Bool { one.numbers.lexicographicallyPrecedes(other.numbers) }

  /// Its major and minor number, and the rest of it as the node tells it.
  var numbers: [Int] { rawValue.split(separator: ".").compactMap { Int($0) } }

  /// `xen_extra`: `.4`, and for the later ones a made-up last part.
  var extra: String { numbers.count > 2 ? ".\(numbers[2])" : ".1" }
}
