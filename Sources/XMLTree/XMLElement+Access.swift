extension XMLElement {
  /// The name without its prefix.
  public var localName: Substring {
    guard let colon = name.firstIndex(of: ":") else { return name[...] }
    return name[name.index(after: colon)...]
  }

  /// The value of an attribute. Setting it keeps the attribute's place, or appends it; setting `nil` removes it.
  public subscript(attribute name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(XMLAttribute(name, value))
      case (nil, nil): break
      }
    }
  }

  /// The child elements, in order.
  public var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements of one name, in order.
  public func elements(_ name: String) -> [XMLElement] {
    elements.filter { $0.name == name }
  }

  /// The first child element of that name. Setting it replaces that child in place, or appends; setting `nil` removes the first one.
  public subscript(child name: String) -> XMLElement? {
    get {
      for case .element(let element) in children where element.name == name { return element }
      return nil
    }
    set {
      let index = children.firstIndex { if case .element(let element) = $0 { element.name == name } else { false } }
      switch (index, newValue) {
      case (let index?, let element?): children[index] = .element(element)
      case (let index?, nil): children.remove(at: index)
      case (nil, let element?): children.append(.element(element))
      case (nil, nil): break
      }
    }
  }

  /// The element at the end of a path of first children.
  public func descendant(_ path: String...) -> XMLElement? {
    var element = self
    for name in path {
      guard let next = element[child: name] else { return nil }
      element = next
    }
    return element
  }

  /// All character data inside, nested elements included, as XPath's `string()` sees it.
  public var text: String {
    children.reduce(into: "") { text, node in
      switch node {
      case .text(let part), .cdata(let part): text += part
      case .element(let element): text += element.text
      case .comment, .instruction: break
      }
    }
  }
}
