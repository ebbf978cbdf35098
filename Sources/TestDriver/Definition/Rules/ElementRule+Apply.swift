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

  /// The elements of this name among an element's children, as libvirt writes them.
  func applyAll(in parent: XMLElement) throws(DefinitionError) -> [XMLElement] {
    var made: [XMLElement] = []
    var isFirst = true
    for element in parent.elements where element.name == name {
      if !isFirst, let excess { throw excess }
      guard isFirst || repeats else { continue }
      isFirst = false
      if let output = try apply(element) { made.append(output) }
    }
    return made
  }

  /// What the rules for children make of an element's content: read in one order, written in another.
  private func appendChildren(of input: XMLElement, to output: inout XMLElement) throws(DefinitionError) {
    guard !children.isEmpty else { return }
    var made = [[XMLElement]](repeating: [], count: children.count)
    for index in readingOrder {
      let rule = children[index]
      if let condition = rule.condition {
        let holds = output[attribute: condition.attribute].map(condition.values.contains) ?? false
        guard holds != condition.isNegated else { continue }
      }
      made[index] = try rule.applyAll(in: input)
    }
    output.children += made.joined().map { .element($0) }
  }

  private var readingOrder: [Int] {
    guard !reading.isEmpty else { return Array(children.indices) }
    let ranks = children.map { reading.firstIndex(of: $0.name) ?? reading.count }
    return children.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }
}
