import CLibxml2

/// Owns a libxml2 document for as long as it is looked at; never leaves the call that made it.
struct LibxmlDocument: ~Copyable {
  let pointer: xmlDocPtr
  let source: String

  /// libxml2 wants to be initialised once; a static constant is exactly that.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  init(_ bytes: [UInt8], source: String, blanks: XMLDocument.Blanks, encodings: XMLDocument.Encodings, limits: XMLLimits)
    throws(XMLTreeError)
  {
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      throw XMLTreeError(reason: .tooLarge(limit: limits.bytes), source: source, problems: [])
    }
    guard Self.isReady, let context = xmlNewParserCtxt() else {
      throw XMLTreeError(reason: .malformed, source: source, problems: [])
    }
    defer { xmlFreeParserCtxt(context) }
    let log = ParserLog()
    defer { withExtendedLifetime(log) {} }
    context.pointee._private = Unmanaged.passUnretained(log).toOpaque()
    context.pointee.sax.pointee.serror = { context, error in ParserLog.note(context, error) }
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue
    if blanks == .drop { options |= XML_PARSE_NOBLANKS.rawValue }
    // The terminating zero is outside the count: libxml2 looks one byte ahead.
    let document = (bytes + [0]).withUnsafeBufferPointer { buffer in
      switch encodings {
      case .utf8: xmlCtxtReadDoc(context, buffer.baseAddress, source, nil, Int32(bitPattern: options))
      case .declared:
        buffer.withMemoryRebound(to: CChar.self) {
          xmlCtxtReadMemory(context, $0.baseAddress, Int32(bytes.count), source, nil, Int32(bitPattern: options))
        }
      }
    }
    guard let document, context.pointee.wellFormed != 0 else {
      if let document { xmlFreeDoc(document) }
      var problems = log.problems
      if problems.isEmpty {
        problems = [.init(message: "Document is empty", line: 1, column: nil, context: nil, pointer: "^", isFatal: true)]
      }
      throw XMLTreeError(reason: .malformed, source: source, problems: problems)
    }
    pointer = document
    self.source = source
  }

  deinit { xmlFreeDoc(pointer) }

  /// The root element as a value.
  borrowing func tree(depth: Int) throws(XMLTreeError) -> XMLElement {
    guard let root = xmlDocGetRootElement(pointer) else {
      throw XMLTreeError(reason: .malformed, source: source, problems: [])
    }
    return try TreeReader(source: source, limit: depth).element(root, depth: 1)
  }
}
