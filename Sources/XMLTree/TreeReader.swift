import CLibxml2

/// Copies a libxml2 tree into values.
struct TreeReader {
  let source: String
  let limit: Int

  func element(_ node: xmlNodePtr, depth: Int) throws(XMLTreeError) -> XMLElement {
    guard depth <= limit else { throw failure(.tooDeep(limit: limit), node) }
    var element = XMLElement(Self.name(node.pointee.name, node.pointee.ns))
    element.namespace = Self.uri(node.pointee.ns)
    element.line = xmlGetLineNo(node)
    var declaration = node.pointee.nsDef
    while let current = declaration {
      let prefix = current.pointee.prefix.map { "xmlns:" + String(cString: $0) } ?? "xmlns"
      element.attributes.append(XMLAttribute(prefix, current.pointee.href.map { String(cString: $0) } ?? ""))
      declaration = current.pointee.next
    }
    var attribute = node.pointee.properties
    while let current = attribute {
      var value = ""
      var part = current.pointee.children
      while let text = part {
        if text.pointee.type == XML_ENTITY_REF_NODE { throw failure(.entityReference(String(cString: text.pointee.name)), node) }
        value += text.pointee.content.map { String(cString: $0) } ?? ""
        part = text.pointee.next
      }
      element.attributes.append(
        XMLAttribute(Self.name(current.pointee.name, current.pointee.ns), value, namespace: Self.uri(current.pointee.ns)))
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      if let value = try value(current, depth: depth) { element.children.append(value) }
      child = current.pointee.next
    }
    return element
  }

  private func value(_ node: xmlNodePtr, depth: Int) throws(XMLTreeError) -> XMLNode? {
    let content = node.pointee.content.map { String(cString: $0) }
    switch node.pointee.type {
    case XML_ELEMENT_NODE: return .element(try element(node, depth: depth + 1))
    case XML_TEXT_NODE: return .text(content ?? "")
    case XML_CDATA_SECTION_NODE: return .cdata(content ?? "")
    case XML_COMMENT_NODE: return .comment(content ?? "")
    case XML_PI_NODE: return .instruction(String(cString: node.pointee.name), content)
    case XML_ENTITY_REF_NODE: throw failure(.entityReference(String(cString: node.pointee.name)), node)
    default: return nil
    }
  }

  private func failure(_ reason: XMLTreeError.Reason, _ node: xmlNodePtr) -> XMLTreeError {
    let line = xmlGetLineNo(node)
    return XMLTreeError(
      reason: reason, source: source,
      problems: [.init(message: "", line: line, column: nil, context: nil, pointer: "^", isFatal: true)])
  }

  private static func uri(_ namespace: xmlNsPtr?) -> String? { namespace?.pointee.href.map { String(cString: $0) } }

  private static func name(_ local: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> String {
    let local = local.map { String(cString: $0) } ?? ""
    guard let prefix = namespace?.pointee.prefix else { return local }
    return String(cString: prefix) + ":" + local
  }
}
