/// One element of an XML document, with everything below it.
///
/// Namespaces are kept as written: `name` is the qualified name and `xmlns` declarations are ordinary attributes, first in the list.
public struct XMLElement: Sendable, Hashable {
  /// The qualified name, such as `disk` or `test:runstate`.
  public var name: String
  /// The URI that the name's prefix (or the default namespace) stood for in the document; `nil` outside any namespace.
  public var namespace: String?
  /// Attributes in document order, `xmlns` declarations before all others.
  public var attributes: [XMLAttribute]
  /// Everything inside, in document order.
  public var children: [XMLNode]
  /// The line of the start tag, counted from 1; 0 for an element made in memory.
  public var line: Int

  /// An element made in memory.
  public init(_ name: String, attributes: [XMLAttribute] = [], children: [XMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
    line = 0
  }

  /// An element that holds text and nothing else; no text node is made for an empty string.
  public init(_ name: String, text: String) {
    self.init(name, children: text.isEmpty ? [] : [.text(text)])
  }
}

/// An attribute: its qualified name and its value with references resolved.
public struct XMLAttribute: Sendable, Hashable {
  /// The qualified name.
  public var name: String
  /// The value.
  public var value: String
  /// The URI that the name's prefix stood for in the document; `nil` without a prefix and for `xmlns` declarations.
  public var namespace: String?

  /// An attribute with this name and value.
  public init(_ name: String, _ value: String, namespace: String? = nil) {
    self.name = name
    self.value = value
    self.namespace = namespace
  }
}

/// What an element can contain.
public enum XMLNode: Sendable, Hashable {
  /// An element.
  case element(XMLElement)
  /// Character data with references resolved.
  case text(String)
  /// The content of a CDATA section.
  case cdata(String)
  /// The content of a comment.
  case comment(String)
  /// A processing instruction: its target and the rest.
  case instruction(String, String?)
}
