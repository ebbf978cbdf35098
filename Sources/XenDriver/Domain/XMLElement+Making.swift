import XMLTree

extension XMLElement {
  /// An element of attributes, those with a value, and elements.
  init(_ name: String, _ attributes: [(String, String?)], _ elements: [XMLElement] = []) {
    self.init(
      name, attributes: attributes.compactMap { name, value in value.map { XMLAttribute(name, $0) } },
      children: elements.map { .element($0) })
  }

  /// An element of elements.
  init(_ name: String, _ elements: [XMLElement]) { self.init(name, [], elements) }

  /// Appends an element, if there is one.
  mutating func append(_ element: XMLElement?) {
    if let element { children.append(.element(element)) }
  }

  /// The value of an attribute; nil where it is missing or empty.
  func filled(_ attribute: String) -> String? {
    self[attribute: attribute].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text of a child; nil where it is missing or empty.
  func text(_ child: String) -> String? {
    self[child: child].flatMap { $0.text.isEmpty ? nil : $0.text }
  }
}
