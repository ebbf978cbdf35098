import XMLTree

extension DomainDefinition {
  /// The name, unique on a host.
  public var name: String {
    get { root[child: "name"]?.text ?? "" }
    set { root[child: "name"] = XMLElement("name", text: newValue) }
  }

  /// The UUID, 16 bytes.
  public var uuid: [UInt8] {
    UUIDText(root[child: "uuid"]?.text ?? "")?.bytes ?? Array(repeating: 0, count: 16)
  }

  /// The title, one line; `nil` when there is none.
  public var title: String? {
    get { root[child: "title"]?.text }
    set { set("title", newValue) }
  }

  /// The description; `nil` when there is none.
  public var description: String? {
    get { root[child: "description"]?.text }
    set { set("description", newValue) }
  }

  /// The type of guest: `hvm`, `xen`, `linux`, `exe` or `uml`.
  public var osType: String {
    let text = root.descendant("os", "type")?.text ?? ""
    return root[attribute: "type"] == "xen" && text == "linux" ? "xen" : text
  }

  /// The guest's architecture, such as `i686`.
  public var architecture: String { root.descendant("os", "type")?[attribute: "arch"] ?? "" }

  /// The element in `metadata` whose namespace is this URI, as libvirt prints it: out of that namespace; `nil` when there is none.
  public func metadata(uri: String) -> String? {
    guard let element = root[child: "metadata"]?.elements.first(where: { $0.namespace == uri }) else { return nil }
    var text = XMLWriter.string(element.outOf(uri), style: .libxml2)
    text.removeLast()
    return text
  }

  /// Puts an element of a namespace into `metadata`, in place of the one that is there, or removes it with `nil`.
  ///
  /// - Parameters:
  ///   - xml: the element; whatever in it has no namespace gets the prefix.
  ///   - prefix: the prefix to bind to `uri`.
  /// - Throws: `DefinitionError` for text that is not one element.
  public mutating func setMetadata(_ xml: String?, prefix: String, uri: String) throws(DefinitionError) {
    var added: XMLElement?
    if let xml {
      do { added = try XMLDocument(xml, source: "(metadata_xml)").root } catch { throw .malformed(error.text) }
      added = try added?.bound(to: prefix, uri)
    }
    guard var metadata = root[child: "metadata"] ?? added.map({ _ in XMLElement("metadata") }) else { return }
    metadata.children.removeAll { if case .element(let element) = $0 { element.namespace == uri } else { false } }
    if let added { metadata.children.append(.element(added)) }
    place(metadata)
  }

  private mutating func set(_ name: String, _ text: String?) {
    if let text, !text.isEmpty {
      place(XMLElement(name, text: text))
    } else {
      root[child: name] = nil
    }
  }
}

extension XMLElement {
  /// The element with a namespace declared, behind those that it declares itself; what is in none gets it.
  fileprivate func bound(to prefix: String, _ uri: String) throws(DefinitionError) -> XMLElement {
    guard Self.isPrefix(prefix) else { throw .failure("failed to validate prefix for a new XML namespace") }
    guard self[attribute: "xmlns:" + prefix] == nil else { throw .failure("failed to create a new XML namespace") }
    var element = self
    element.rename(prefix: prefix, namespace: uri)
    let index = element.attributes.firstIndex { !$0.name.hasPrefix("xmlns") } ?? element.attributes.count
    element.attributes.insert(XMLAttribute("xmlns:" + prefix, uri), at: index)
    return element
  }

  /// The element without a namespace and its declaration, all the way down.
  fileprivate func outOf(_ uri: String) -> XMLElement {
    var element = self
    if namespace == uri {
      element.name = String(localName)
      element.namespace = nil
    }
    element.attributes.removeAll { ($0.name == "xmlns" || $0.name.hasPrefix("xmlns:")) && $0.value == uri }
    element.children = children.map { if case .element(let child) = $0 { .element(child.outOf(uri)) } else { $0 } }
    return element
  }

  private static func isPrefix(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
    return text.unicodeScalars.dropFirst().allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-" || $0 == "."
    }
  }

  /// Elements without a namespace get this prefix, all the way down.
  private mutating func rename(prefix: String, namespace uri: String) {
    if namespace == nil {
      name = prefix + ":" + localName
      namespace = uri
    }
    for index in children.indices {
      guard case .element(var child) = children[index] else { continue }
      child.rename(prefix: prefix, namespace: uri)
      children[index] = .element(child)
    }
  }
}
