import XMLTree

/// Sizes with a unit, as libvirt reads them.
enum ScaledSize {
  /// The number of bytes, rounded up to nothing; libvirt's errors for what is not a size.
  static func bytes(_ text: String, unit: String?, defaultScale: UInt64, name: String) throws(DefinitionError) -> UInt64 {
    guard let number = Number.unsigned(text) else {
      throw .xml("Invalid value '\(text)' for element or attribute '\(name)'")
    }
    guard let scale = scale(unit, defaultScale) else { throw .invalid("unknown suffix '\(unit ?? "")'") }
    let (product, overflow) = number.multipliedReportingOverflow(by: scale)
    // libvirt reserves the top bit: results become signed numbers elsewhere.
    guard !overflow, product <= UInt64(Int64.max) else { throw .overflow("value too large: \(number)\(unit ?? "")") }
    return product
  }

  /// The number of KiB, rounded up.
  static func kibibytes(_ text: String, unit: String?, defaultScale: UInt64 = 1024, name: String) throws(DefinitionError) -> UInt64 {
    let bytes = try bytes(text, unit: unit, defaultScale: defaultScale, name: name)
    return bytes / 1024 + (bytes % 1024 == 0 ? 0 : 1)
  }

  /// A size in the largest unit that divides it.
  static func shortest(_ bytes: UInt64) -> (value: UInt64, unit: String) {
    var (value, unit) = (bytes, 0)
    while value > 0, value % 1024 == 0, unit < 6 { (value, unit) = (value / 1024, unit + 1) }
    return (value, ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"][unit])
  }

  private static func scale(_ unit: String?, _ fallback: UInt64) -> UInt64? {
    guard let unit, !unit.isEmpty else { return fallback }
    let word = unit.lowercased()
    if word == "b" || word == "byte" || word == "bytes" { return 1 }
    guard let letter = word.first, let power = "kmgtpe".firstIndex(of: letter) else { return nil }
    let exponent = "kmgtpe".distance(from: "kmgtpe".startIndex, to: power) + 1
    let base: UInt64
    switch word.dropFirst() {
    case "", "ib": base = 1024
    case "b": base = 1000
    default: return nil
    }
    return (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

extension ElementRule {
  /// An element whose text is a size; written in KiB.
  static func size(_ name: String, _ leading: [AttributeRule] = [], path: String? = nil, _ trailing: [AttributeRule] = []) -> Self {
    Self(name: name, attributes: leading) { (output, input) throws(DefinitionError) in
      guard !input.text.isEmpty else { return nil }
      var output = output
      output.attributes.append(XMLAttribute("unit", "KiB"))
      for rule in trailing { if let value = try rule.value(in: input) { output.attributes.append(XMLAttribute(rule.name, value)) } }
      output.children = [
        .text(String(try ScaledSize.kibibytes(input.text, unit: input[attribute: "unit"], name: path ?? name)))
      ]
      return output
    }
  }
}
