import LibvirtProtocol
import XDR

/// Typed parameters of a call, checked as libvirt checks them: known names, their types, and none twice.
struct TypedParameters {
  private var values: [String: TypedParameterValue] = [:]

  /// - Throws: libvirt's errors for a parameter that is unknown, of another type, or there twice.
  init(_ parameters: some Sequence<TypedParameter>, _ known: [String: TypedParameterType]) throws {
    for parameter in parameters {
      guard let type = known[parameter.field] else {
        throw LibvirtError(.argumentUnsupported, .none, "parameter '\(parameter.field)' not supported")
      }
      guard parameter.value.type == type else {
        throw LibvirtError.invalidArgument(
          "invalid type '\(parameter.value.type)' for parameter '\(parameter.field)', expected '\(type)'")
      }
      guard values.updateValue(parameter.value, forKey: parameter.field) == nil else {
        throw LibvirtError.invalidArgument("parameter '\(parameter.field)' occurs multiple times")
      }
    }
  }

  /// Whether the parameter was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// A number without a sign, of either size.
  func unsigned(_ name: String) -> UInt64? {
    switch values[name] {
    case .ullong(let value): value
    case .uint(let value): UInt64(value)
    default: nil
    }
  }

  func int(_ name: String) -> Int32? { if case .int(let value) = values[name] { value } else { nil } }

  func string(_ name: String) -> String? { if case .string(let value) = values[name] { value } else { nil } }

  func boolean(_ name: String) -> Bool? { if case .boolean(let value) = values[name] { value } else { nil } }
}

extension CountedParameters where Element == TypedParameter {
  /// How many there are, as a client without room for any asks first: that is said whatever state the domain is in.
  static func count(_ count: Int) -> Self { Self(params: [], nparams: Int32(clamping: count)) }

  /// Named values, no more than the client has room for.
  init(_ values: [(String, TypedParameterValue)], room: Int32) {
    let all = values.map { TypedParameter(field: $0.0, value: $0.1) }
    self.init(room > 0 ? all.prefix(Int(room)) : all[...], asked: room)
  }
}
