import LibvirtProtocol
import XDR

/// Compares Swift types with the facts' definitions: order, names, types and bounds of everything, to any depth.
struct ShapeComparison {
  /// What differs, each with the path to it.
  private(set) var differences: [String] = []
  /// Every bounded type met on the way.
  private(set) var bounded: [String: any BoundedShape.Type] = [:]

  private static let primitives: [String: Any.Type] = [
    "int": Int32.self, "uint": UInt32.self, "hyper": Int64.self, "uhyper": UInt64.self, "double": Double.self, "string": String.self,
    "char": XDRChar.self, "uchar": XDRUChar.self, "short": XDRShort.self, "ushort": XDRUShort.self, "RemoteAuthType": AuthType.self,
    "RemoteTypedParamValue": TypedParameterValue.self, "VirNetMessageType": MessageType.self, "VirNetMessageStatus": MessageStatus.self,
  ]

  mutating func field(_ type: Any.Type, _ field: Facts.Field, _ path: String) {
    let path = "\(path).\(field.name)"
    switch (field.array, field.type) {
    case ("fixed", "opaque"):
      expect(type == UUID.self && field.max == 16, type, field, path)
    case ("fixed", "char"):
      expect((type as? any FixedCharsShape.Type)?.size == field.max, type, field, path)
    case ("variable", _):
      guard let shape = type as? any BoundedShape.Type else { return expect(false, type, field, path) }
      bounded["\(type)"] = shape
      expect(shape.limit == field.max, type, field, path)
      if let element = shape.element {
        expect(field.type != "opaque" && field.type != "char", type, field, path)
        self.field(element, field.single, path)
      } else {
        let name = String(describing: type)
        expect(name.hasPrefix(field.type == "opaque" ? "Opaque<" : field.type == "char" ? "BoundedChars<" : "-"), type, field, path)
      }
    case ("optional", _):
      guard let shape = type as? any OptionalShape.Type else { return expect(false, type, field, path) }
      self.field(shape.wrapped, field.single, path)
    case ("none", _):
      if let primitive = Self.primitives[field.type] {
        expect(type == primitive, type, field, path)
        expect(field.elementMax == nil || field.elementMax == String.xdrBound, type, field, path)
      } else {
        structure(type, field.type, path)
      }
    default:
      expect(false, type, field, path)
    }
  }

  /// A structure with one field may be that field's type; any other is a record with the same labels.
  mutating func structure(_ type: Any.Type, _ name: String, _ path: String) {
    guard let fields = Facts.types[name]?.fields else { return differences.append("\(path): no definition of \(name)") }
    var payload = PayloadGenerator(seed: 7)
    payload.structure(name)
    guard let decodable = type as? any XDRDecodable.Type, let value = try? decodable.init(decoding: payload.bytes) else {
      return differences.append("\(path): \(type) does not read \(name)")
    }
    let children = Array(Mirror(reflecting: value).children)
    var labels = fields.map(\.name)
    if type is any ListingShape.Type { labels[0] = "elements" }
    guard children.map(\.label) != labels else {
      for (child, field) in zip(children, fields) { self.field(Swift.type(of: child.value), field, path) }
      return
    }
    if fields.count == 1 { return field(type, fields[0], path) }
    differences.append("\(path): \(type) has \(children.map { $0.label ?? "-" }), \(name) has \(labels)")
  }

  private mutating func expect(_ condition: Bool, _ type: Any.Type, _ field: Facts.Field, _ path: String) {
    guard !condition else { return }
    differences.append("\(path): \(type), but \(field.array) \(field.type) \(field.max.map(String.init) ?? "")")
  }
}
