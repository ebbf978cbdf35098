import XDR

/// The value of a typed parameter: one of seven types (`remote_typed_param_value`).
public enum TypedParameterValue: Hashable, Sendable {
  /// 32 bits, signed.
  case int(Int32)
  /// 32 bits.
  case uint(UInt32)
  /// 64 bits, signed.
  case llong(Int64)
  /// 64 bits.
  case ullong(UInt64)
  /// A floating-point number.
  case double(Double)
  /// True or false; four bytes on the wire, where any number but 0 is true.
  case boolean(Bool)
  /// Text.
  case string(String)

  /// The number of its type, as on the wire and in libvirt's API.
  public var type: TypedParameterType {
    switch self {
    case .int: .int
    case .uint: .uint
    case .llong: .llong
    case .ullong: .ullong
    case .double: .double
    case .boolean: .boolean
    case .string: .string
    }
  }
}

extension TypedParameterValue: XDRCodable {
  /// Appends the number of the type, then the value.
  /// - Throws: `XDRError` when a text exceeds libvirt's bound for strings.
  public func encode(into writer: inout XDRWriter) throws {
    type.rawValue.encode(into: &writer)
    switch self {
    case .int(let value): value.encode(into: &writer)
    case .uint(let value): value.encode(into: &writer)
    case .llong(let value): value.encode(into: &writer)
    case .ullong(let value): value.encode(into: &writer)
    case .double(let value): value.encode(into: &writer)
    case .boolean(let value): Int32(value ? 1 : 0).encode(into: &writer)
    case .string(let value): try value.encode(into: &writer)
    }
  }

  /// Reads the number of the type, then the value.
  /// - Throws: `XDRError` of kind `badDiscriminant` for a type that libvirt 9.0.0 does not have, and on malformed input.
  public init(from reader: inout XDRReader) throws {
    let offset = reader.offset
    let number = try reader.read(Int32.self)
    switch TypedParameterType(rawValue: number) {
    case .int: self = .int(try reader.read())
    case .uint: self = .uint(try reader.read())
    case .llong: self = .llong(try reader.read())
    case .ullong: self = .ullong(try reader.read())
    case .double: self = .double(try reader.read())
    case .boolean: self = .boolean(try reader.read(Int32.self) != 0)
    case .string: self = .string(try reader.read())
    case nil: throw XDRError(.badDiscriminant(number), offset: offset)
    }
  }
}
