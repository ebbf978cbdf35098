import XMLTree

extension DomainRules {
  /// Who the domain is.
  static let identity: [ElementRule] = [
    .text("name"), .text("uuid"), genid, title, .text("description"), metadata,
  ]

  private static let title = ElementRule.element("title", text: .any) { (output, _) throws(DefinitionError) in
    guard !output.children.isEmpty else { return nil }
    guard !output.text.contains("\n") else { throw .xml("Domain title can't contain newlines") }
    return output
  }

  private static let genid = ElementRule.element("genid") { (output, input) throws(DefinitionError) in
    let text = input.text
    guard text.isEmpty || UUIDText(text) != nil else { throw .failure("malformed genid element") }
    var output = output
    output.children = [.text((UUIDText(text) ?? .random()).text)]
    return output
  }

  /// Other programs' notes: kept as they are, one element for each namespace; the rest goes.
  private static let metadata = ElementRule.element("metadata") { (output, input) throws(DefinitionError) in
    var output = output
    var seen: Set<String> = []
    for element in input.elements {
      guard let namespace = element.namespace, seen.insert(namespace).inserted else { continue }
      output.children.append(.element(element))
    }
    return output
  }
}
