/// The types that a typed parameter can have (`virTypedParameterType`).
public enum TypedParameterType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_TYPED_PARAM_INT`.
  case int = 1
  /// `VIR_TYPED_PARAM_UINT`.
  case uint = 2
  /// `VIR_TYPED_PARAM_LLONG`.
  case llong = 3
  /// `VIR_TYPED_PARAM_ULLONG`.
  case ullong = 4
  /// `VIR_TYPED_PARAM_DOUBLE`.
  case double = 5
  /// `VIR_TYPED_PARAM_BOOLEAN`.
  case boolean = 6
  /// `VIR_TYPED_PARAM_STRING`.
  case string = 7
}
