import XMLTree

extension ElementRule {
  /// The element as libvirt writes it, or `nil` when it leaves it out.
  func apply(_ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    var output = XMLElement(name)
    for attribute in attributes {
      if let value = try attribute.value(in: input) { output.attributes.append(XMLAttribute(attribute.name, value)) }
    }
    if let text {
      let value = try text.value(of: input)
      if !value.isEmpty { output.children.append(.text(value)) }
    }
    try appendChildren(of: input, to: &output)
    if let refine {
      guard let refined = try refine(output, input) else { return nil }
      output = refined
    }
    if vanishes, output.attributes.isEmpty, output.children.isEmpty { return nil }
    return output
  }

  /// What the rules for children make of an element's content.
  private func appendChildren(of input: XMLElement, to output: inout XMLElement) throws(DefinitionError) {
    guard !children.isEmpty else { return }
    let found = input.elements
    for rule in children {
      if let condition = rule.condition {
        let holds = output[attribute: condition.attribute].map(condition.values.contains) ?? false
        guard holds != condition.isNegated else { continue }
      }
      for element in found where element.name == rule.name {
        if let child = try rule.apply(element) { output.children.append(.element(child)) }
        if !rule.repeats { break }
      }
    }
  }
}
