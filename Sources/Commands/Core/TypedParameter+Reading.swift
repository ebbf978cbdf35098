import LibvirtProtocol

extension TypedParameter {
  /// Reads a parameter's value from text; throws libvirt's words for a text that its type cannot hold.
  init(_ field: String, text: String, as type: TypedParameterType) throws {
    func number<Number: FixedWidthInteger>(_ kind: String) throws -> Number {
      // As C's `strtoul` does: blanks in front are passed over, and an unsigned number may be given as a negative one.
      let digits = text.withoutLeadingBlanks
      if let number = Number(digits) { return number }
      guard !Number.isSigned, digits.hasPrefix("-"), let number = Number(digits.dropFirst()) else { throw Self.invalid(field, kind) }
      return 0 &- number
    }
    let value: TypedParameterValue
    switch type {
    case .int: value = .int(try number("int"))
    case .uint: value = .uint(try number("unsigned int"))
    case .llong: value = .llong(try number("long long"))
    case .ullong: value = .ullong(try number("unsigned long long"))
    case .double:
      guard let number = Double(text), number.isFinite else { throw Self.invalid(field, "double") }
      value = .double(number)
    case .boolean: value = .boolean(text == "1")
    default: value = .string(text)
    }
    self.init(field: field, value: value)
  }

  private static func invalid(_ field: String, _ kind: String) -> LibvirtError {
    LibvirtError(.invalidArg, .none, "Invalid value for field '\(field)': expected \(kind)")
  }
}
