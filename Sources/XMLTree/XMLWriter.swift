/// Writes elements as text.
public struct XMLWriter {
  /// Quotes, escapes and line breaks.
  public enum Style: Sendable {
    /// As libvirt writes: single quotes, every element on a line of its own; all of `& < > ' "` are escaped.
    case libvirt
    /// As virsh pieces XML together: like libvirt's, but nothing is escaped, so that it may well be no XML.
    case pieced
    /// As libxml2 writes documents that do not say their encoding: double quotes; elements on lines of their own except beside text.
    case libxml2
  }

  private var style: Style
  private let open: (XMLElement) -> Bool
  private let foreign: Set<String>
  private let pieced: Set<String>
  private var output: [UInt8] = []

  private init(_ style: Style, open: @escaping (XMLElement) -> Bool, foreign: Set<String>, pieced: Set<String>) {
    self.style = style
    self.open = open
    self.foreign = foreign
    self.pieced = pieced
  }

  /// The element as text that ends with a newline; an element without content is `<x/>`.
  ///
  /// - Parameters:
  ///   - indent: how many levels of two spaces stand before the first line.
  ///   - open: tells which elements get a start and an end tag on lines of their own even when they are empty.
  ///   - foreign: elements that are written, with everything inside, in libxml2's style, as libvirt does with `metadata`.
  ///   - pieced: elements in which nothing is escaped, as virsh has some.
  public static func string(
    _ element: XMLElement, style: Style = .libvirt, indent: Int = 0, open: @escaping (XMLElement) -> Bool = { _ in false },
    foreign: Set<String> = [], pieced: Set<String> = []
  ) -> String {
    var writer = XMLWriter(style, open: open, foreign: foreign, pieced: pieced)
    writer.pad(indent)
    writer.write(element, indent)
    writer.output.append(UInt8(ascii: "\n"))
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func write(_ element: XMLElement, _ indent: Int) {
    let outer = style
    if foreign.contains(element.name) { style = .libxml2 } else if pieced.contains(element.name) { style = .pieced }
    defer { style = outer }
    output += "<\(element.name)".utf8
    let quote: UInt8 = style == .libxml2 ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    for attribute in element.attributes {
      output += " \(attribute.name)=".utf8
      output.append(quote)
      escape(attribute.value, attribute: true)
      output.append(quote)
    }
    guard !element.children.isEmpty || open(element) else {
      output += "/>".utf8
      return
    }
    output.append(UInt8(ascii: ">"))
    let breaks = !element.children.contains { if case .text = $0 { true } else if case .cdata = $0 { true } else { false } }
    for child in element.children {
      if breaks { newline(indent + 1) }
      write(child, breaks ? indent + 1 : indent, breaks: breaks)
    }
    if breaks { newline(indent) }
    output += "</\(element.name)>".utf8
  }

  private mutating func write(_ node: XMLNode, _ indent: Int, breaks: Bool) {
    switch node {
    case .element(let element):
      if breaks {
        write(element, indent)
      } else {
        writeInline(element)
      }
    case .text(let text): escape(text, attribute: false)
    case .cdata(let text): output += "<![CDATA[\(text)]]>".utf8
    case .comment(let text): output += "<!--\(text)-->".utf8
    case .instruction(let target, let text): output += (text.map { "<?\(target) \($0)?>" } ?? "<?\(target)?>").utf8
    }
  }

  /// Inside mixed content nothing may be indented, since the blanks would become part of the text.
  private mutating func writeInline(_ element: XMLElement) {
    var shell = element
    shell.children = []
    write(shell, 0)
    guard !element.children.isEmpty else { return }
    output.removeLast(2)
    output.append(UInt8(ascii: ">"))
    for child in element.children { write(child, 0, breaks: false) }
    output += "</\(element.name)>".utf8
  }

  private mutating func newline(_ indent: Int) {
    output.append(UInt8(ascii: "\n"))
    pad(indent)
  }

  private mutating func pad(_ indent: Int) {
    output += repeatElement(UInt8(ascii: " "), count: 2 * max(0, indent))
  }

  private mutating func escape(_ text: String, attribute: Bool) {
    output.reserveCapacity(output.count + text.utf8.count)
    guard attribute, style == .libxml2, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return escape(text.utf8, attribute: attribute) }
    // Where a document does not say its encoding, libxml2 writes what is not ASCII by its number; in attributes only.
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        escape(String(scalar).utf8, attribute: true)
      } else {
        output += "&#x\(String(scalar.value, radix: 16, uppercase: true));".utf8
      }
    }
  }

  private mutating func escape(_ bytes: String.UTF8View, attribute: Bool) {
    for byte in bytes {
      switch (byte, style) {
      case (_, .pieced): output.append(byte)
      case (UInt8(ascii: "&"), _): output += "&amp;".utf8
      case (UInt8(ascii: "<"), _): output += "&lt;".utf8
      case (UInt8(ascii: ">"), _): output += "&gt;".utf8
      case (UInt8(ascii: "'"), .libvirt): output += "&apos;".utf8
      case (UInt8(ascii: "\""), .libvirt): output += "&quot;".utf8
      case (UInt8(ascii: "\""), .libxml2) where attribute: output += "&quot;".utf8
      case (13, .libxml2): output += "&#13;".utf8
      case (9, .libxml2) where attribute: output += "&#9;".utf8
      case (10, .libxml2) where attribute: output += "&#10;".utf8
      // libvirt leaves out the control characters that XML cannot carry.
      case (0..<9, .libvirt), (11...12, .libvirt), (14..<32, .libvirt): break
      default: output.append(byte)
      }
    }
  }
}
