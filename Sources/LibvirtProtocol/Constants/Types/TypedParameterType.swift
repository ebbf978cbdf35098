/// The types that a typed parameter can have (`virTypedParameterType`).
public enum TypedParameterType: Int32, CaseIterable, Hashable, Sendable {
  /// 32 bits, signed.
  case int = 1
  /// 32 bits.
  case uint = 2
  /// 64 bits, signed.
  case llong = 3
  /// 64 bits.
  case ullong = 4
  /// A floating-point number.
  case double = 5
  /// True or false.
  case boolean = 6
  /// Text.
  case string = 7
}
