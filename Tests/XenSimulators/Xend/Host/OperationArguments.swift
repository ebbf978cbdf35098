/// The arguments of an operation, with xend's ways of missing them.
struct OperationArguments: Sendable {
  private let form: FormArguments

  init(_ form: FormArguments) { self.form = form }

  func has(_ name: String) -> Bool { form.values[name] != nil }

  /// The bytes of an argument that must be there once.
  func bytes(_ name: String) throws(XendError) -> [UInt8] {
    guard let values = form.values[name] else { throw XendError("Missing parameter: \(name)") }
    guard values.count == 1 else { throw XendError("Multiple values for parameter: \(name)") }
    return values[0]
  }

  func text(_ name: String) throws(XendError) -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func number(_ name: String) throws(XendError) -> Int {
    let text = try text(name)
    guard let number = Int(text.trimmingBlanks) else { throw XendError("invalid literal for int(): \(text)", isForeseen: false) }
    return number
  }

  /// The one S-expression of an argument.
  func expression(_ name: String) throws(XendError) -> PythonValue {
    let values = try expressions(name)
    guard values.count == 1 else { throw XendError("Invalid parameter: \(name)") }
    return values[0]
  }

  /// All S-expressions of an argument.
  func expressions(_ name: String) throws(XendError) -> [PythonValue] {
    let bytes = try bytes(name)
    do {
      return try ExpressionReader.values(bytes)
    } catch {
      throw XendError("\(name): \(error.reason)")
    }
  }

  /// Where the argument is looked up without more ado, a missing one shows as nothing but its quoted name.
  func rawText(_ name: String) throws(XendError) -> String {
    guard has(name) else { throw XendError("'\(name)'") }
    return try text(name)
  }
}
