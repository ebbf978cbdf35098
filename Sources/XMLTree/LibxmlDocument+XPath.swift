import CLibxml2

extension LibxmlDocument {
  /// Evaluates an expression with the root element as the context node.
  ///
  /// - Parameter wrap: put copies of all nodes under one new element `nodes` and give that as the only node.
  borrowing func select(_ expression: String, wrap: Bool) throws(XMLTreeError) -> XPathAnswer {
    guard let context = xmlXPathNewContext(pointer) else { return XPathAnswer(nodes: [], complaints: []) }
    defer { xmlXPathFreeContext(context) }
    context.pointee.node = xmlDocGetRootElement(pointer)
    xmlResetLastError()
    let (result, lines) = Self.capturing { xmlXPathEvalExpression(expression, context) }
    let complaints = Self.report(lines, xmlGetLastError())
    defer { if let result { xmlXPathFreeObject(result) } }
    if let result, result.pointee.type != XPATH_NODESET {
      throw XMLTreeError(reason: .notANodeSet(expression), source: source, problems: [])
    }
    var found: [xmlNodePtr] = []
    if let set = result?.pointee.nodesetval, let table = set.pointee.nodeTab {
      found = (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
    }
    return XPathAnswer(nodes: wrap ? [wrapped(found)] : found.map { dump($0) }, complaints: complaints)
  }

  /// Runs one libxml2 call and gives the lines that it sent to this thread's generic error channel.
  private static func capturing<Result>(_ body: () -> Result) -> (Result, [String]) {
    withUnsafeTemporaryAllocation(of: virtsh_xml_text.self, capacity: 1) { buffer in
      guard let text = buffer.baseAddress else { return (body(), []) }
      text.initialize(to: virtsh_xml_text())
      let saved = virtsh_xml_redirect(text)
      let result = body()
      virtsh_xml_restore(saved)
      let lines = withUnsafeBytes(of: text.pointee.bytes) { String(decoding: $0.prefix(Int(text.pointee.length)), as: UTF8.self) }
      return (result, lines.split(separator: "\n").map(String.init))
    }
  }

  /// libxml2 writes the kind of error before its message, and the expression with a mark under the place, only to standard error itself.
  private static func report(_ lines: [String], _ error: xmlErrorPtr?) -> [String] {
    guard let error = error?.pointee, error.domain == Int32(XML_FROM_XPATH.rawValue), let message = error.message else { return lines }
    let text = String(cString: message).split(separator: "\n").joined()
    guard let index = lines.lastIndex(of: text) else { return lines }
    var report = lines
    report[index] = "XPath error : " + text
    if let expression = error.str1.map({ String(cString: $0) }), error.int1 < 100, error.int1 < expression.utf8.count {
      report += [expression, String(repeating: " ", count: max(0, Int(error.int1))) + "^"]
    }
    return report
  }

  private borrowing func dump(_ node: xmlNodePtr) -> String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    guard xmlNodeDump(buffer, pointer, node, 0, 1) >= 0, let content = xmlBufferContent(buffer) else { return "" }
    return String(cString: content)
  }

  private borrowing func wrapped(_ nodes: [xmlNodePtr]) -> String {
    guard let root = xmlNewDocNode(pointer, nil, "nodes", nil) else { return "" }
    defer { xmlFreeNode(root) }
    for node in nodes where node.pointee.type != XML_NAMESPACE_DECL {
      guard let copy = xmlDocCopyNode(node, pointer, 1) else { continue }
      if xmlAddChild(root, copy) == nil { xmlFreeNode(copy) }
    }
    return dump(root)
  }
}
