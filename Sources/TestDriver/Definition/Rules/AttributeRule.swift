import XMLTree

/// What libvirt knows about one attribute.
struct AttributeRule: Sendable {
  enum Kind: Sendable {
    case any
    /// One of a list of words.
    case choice([String])
    /// A whole number from 0; written in decimal.
    case unsigned(max: UInt64)
    /// A whole number from 1.
    case positive(max: UInt64)
    case signed
    /// The same with 64 bits.
    case long
    /// The same; `0x` and leading zeros are understood when it is read.
    case signedAnyBase
    /// A whole number from 0 that libvirt reads as a signed one, and complains about in its own way.
    case count
    /// A whole number from 0; `0x` and leading zeros are understood when it is read.
    case unsignedAnyBase
    /// A whole number in octal, as file modes are; written with at least four digits.
    case octal
    /// A number written in hexadecimal with at least so many digits; read in that base too, or as `0x` and leading zeros say.
    case hex(digits: Int, max: UInt64, base: Int?)
    case uuid
  }

  let name: String
  let kind: Kind
  /// The value when the attribute is missing; `nil` leaves it out.
  var fallback: String?
  var isRequired = false
  /// Whether an empty value counts as none.
  var ignoresEmpty = false
  /// Values that are understood and then not written.
  var hidden: Set<String> = []
  /// The error for a value that is not allowed; libvirt's usual sentence when `nil`.
  var complaint: Complaint?
  /// The error for a required attribute that is missing; libvirt's usual sentence when `nil`.
  var missing: Complaint?

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension AttributeRule {
  static func any(_ name: String) -> Self { Self(name, .any) }
  static func choice(_ name: String, _ values: [String]) -> Self { Self(name, .choice(values)) }
  static func yesNo(_ name: String) -> Self { Self(name, .choice(["yes", "no"])) }
  static func onOff(_ name: String) -> Self { Self(name, .choice(["on", "off"])) }
  static func unsigned(_ name: String, max: UInt64 = UInt64(UInt32.max)) -> Self { Self(name, .unsigned(max: max)) }
  static func large(_ name: String) -> Self { Self(name, .unsigned(max: .max)) }
  static func positive(_ name: String) -> Self { Self(name, .positive(max: UInt64(UInt32.max))) }
  static func signed(_ name: String) -> Self { Self(name, .signed) }
  static func long(_ name: String) -> Self { Self(name, .long) }
  static func signedAnyBase(_ name: String) -> Self { Self(name, .signedAnyBase) }
  static func hex(_ name: String, _ digits: Int, max: UInt64 = UInt64(UInt32.max), base: Int? = nil) -> Self {
    Self(name, .hex(digits: digits, max: max, base: base))
  }
  static func count(_ name: String) -> Self { Self(name, .count) }
  static func unsignedAnyBase(_ name: String) -> Self { Self(name, .unsignedAnyBase) }
  static func octal(_ name: String) -> Self { Self(name, .octal) }
  static func uuid(_ name: String) -> Self { Self(name, .uuid) }

  /// The attribute has to be there.
  var required: Self { with { $0.isRequired = true } }
  /// The attribute has to be there, with an error of its own.
  func required(_ complaint: Complaint) -> Self { with { ($0.isRequired, $0.missing) = (true, complaint) } }
  /// The value of a missing attribute.
  func or(_ value: String) -> Self { with { $0.fallback = value } }
  /// An empty value counts as none.
  var orEmpty: Self { with { $0.ignoresEmpty = true } }
  /// Values that are understood and then not written.
  func hiding(_ values: String...) -> Self { with { $0.hidden = Set(values) } }
  /// The error for a value that is not allowed.
  func or(_ complaint: Complaint) -> Self { with { $0.complaint = complaint } }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
