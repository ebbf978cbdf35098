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
    output.attributes = input.attributes
    for (prefix, uri) in output.undeclaredPrefixes() where output[attribute: prefix] == nil {
      output.attributes.insert(XMLAttribute(prefix, uri), at: output.attributes.prefix { $0.name.hasPrefix("xmlns") }.count)
    }
    return output
  }
}

extension XMLElement {
  /// The declarations that the names inside need and that only elements further out have, in the order of use.
  fileprivate func undeclaredPrefixes(declared: Set<String> = []) -> [(String, String)] {
    let own = declared.union(attributes.lazy.map(\.name).filter { $0.hasPrefix("xmlns") })
    var found: [(String, String)] = []
    func use(_ name: String, _ namespace: String?) {
      guard let namespace, let colon = name.firstIndex(of: ":") else { return }
      let declaration = "xmlns:" + name[..<colon]
      if !own.contains(declaration), !found.contains(where: { $0.0 == declaration }) { found.append((declaration, namespace)) }
    }
    use(name, namespace)
    for attribute in attributes { use(attribute.name, attribute.namespace) }
    for element in elements {
      for inner in element.undeclaredPrefixes(declared: own) where !found.contains(where: { $0.0 == inner.0 }) { found.append(inner) }
    }
    return found
  }
}
