import Foundation

/// What is known of libvirt 9.0.0's protocol from its own definition, independently of the sources under test.
struct Facts: Decodable {
  struct Program: Decodable {
    let name: String
    let id: UInt32?
    let version: UInt32?
    let constants: [String: Int]
    let procedures: [Procedure]
    let types: [TypeDefinition]
  }

  struct Procedure: Decodable, Sendable {
    let number: Int32
    let name: String
    let kind: String
    let args: String?
    let ret: String?
    let msg: String?
    let stream: String
    let priority: String
    let acl: [String]?
    let api: String?
  }

  struct TypeDefinition: Decodable {
    let name: String
    let kind: String
    let fields: [Field]?
    let cases: [UnionCase]?
  }

  struct Field: Decodable {
    let name: String
    let type: String
    let kind: String
    let array: String
    let max: Int?
    let elementMax: Int?

    /// One element of an array, or what an optional holds.
    var single: Field { Field(name: name, type: type, kind: kind, array: "none", max: nil, elementMax: elementMax) }
  }

  struct UnionCase: Decodable {
    let label: String
    let value: Int32
    let name: String
    let type: String
    let elementMax: Int?
  }

  let programs: [Program]

  // Facts that cannot be read are empty, and then every comparison fails.
  static let shared: Facts = (try? load("protocol")) ?? Facts(programs: [])
  static let enums: [String: [String: Int64]] = (try? load("enums")) ?? [:]

  /// The definitions of all programs, by name.
  static let types: [String: TypeDefinition] = Dictionary(
    shared.programs.flatMap(\.types).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static func program(_ name: String) -> Program? { shared.programs.first { $0.name == name } }

  static func load<Value: Decodable>(_ name: String) throws -> Value {
    let url = Bundle.module.bundleURL.appendingPathComponent("Facts/\(name).json")
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
  }
}
