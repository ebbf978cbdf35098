import XMLTree

extension AttributeRule {
  /// The value as libvirt writes it; `nil` when it is not written.
  func value(in element: XMLElement) throws(DefinitionError) -> String? {
    guard let raw = element[attribute: name], !ignoresEmpty || !raw.isEmpty else {
      if isRequired { throw missing?.error("") ?? .xml("Missing required attribute '\(name)' in element '\(element.name)'") }
      return fallback
    }
    let value = try normalise(raw, element.name)
    return hidden.contains(value) ? nil : value
  }

  private func normalise(_ raw: String, _ element: String) throws(DefinitionError) -> String {
    func wrong(_ hint: String = "") -> DefinitionError {
      complaint?.error(raw) ?? .xml("Invalid value for attribute '\(name)' in element '\(element)': '\(raw)'.\(hint)")
    }
    switch kind {
    case .any: return raw
    case .choice(let values):
      guard values.contains(raw) else { throw wrong() }
      return raw
    case .unsigned(let max), .positive(let max):
      guard let number = Number.unsigned(raw), number <= max else { throw wrong(" Expected non-negative integer value") }
      if case .positive = kind, number == 0 {
        throw complaint?.error(raw) ?? .xml("Invalid value for attribute '\(name)' in element '\(element)': Zero is not permitted")
      }
      return String(number)
    case .signed, .signedAnyBase:
      var anyBase = false
      if case .signedAnyBase = kind { anyBase = true }
      guard let number = Number.signed(raw, anyBase: anyBase), Int32(exactly: number) != nil else { throw wrong(" Expected integer value") }
      return String(number)
    case .long:
      guard let number = Number.signed(raw) else { throw wrong(" Expected integer value") }
      return String(number)
    case .count:
      guard let number = Number.signed(raw), Int32(exactly: number) != nil else { throw wrong(" Expected integer value") }
      guard number >= 0 else { throw wrong(" Expected non-negative value") }
      return String(number)
    case .unsignedAnyBase:
      guard let number = Number.unsigned(raw, anyBase: true), number <= UInt64(UInt32.max) else {
        throw wrong(" Expected non-negative integer value")
      }
      return String(number)
    case .octal:
      guard let number = UInt32(raw, radix: 8), !raw.hasPrefix("+") else { throw wrong(" Expected non-negative integer value") }
      let text = String(number, radix: 8)
      return String(repeating: "0", count: max(0, 4 - text.count)) + text
    case .hex(let digits, let max, let base):
      guard let number = base == 16 ? Number.hexadecimal(raw) : Number.unsigned(raw, anyBase: true), number <= max else {
        throw wrong(" Expected non-negative integer value")
      }
      return Number.hex(number, digits)
    case .uuid:
      guard let uuid = UUIDText(raw) else { throw wrong(" Expected UUID") }
      return uuid.text
    }
  }
}
