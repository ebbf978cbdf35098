/// What an XPath expression found, in the form that `dumpxml --xpath` prints.
public struct XPathAnswer: Sendable, Hashable {
  /// Each node as libxml2 writes it: attributes in double quotes with a space in front, elements indented by two.
  public var nodes: [String]
  /// What libxml2 says on standard error for an expression that it cannot evaluate, line by line; such an expression finds nothing, which
  /// virsh does not count as a failure.
  public var complaints: [String]

  /// An answer of these nodes and complaints.
  public init(nodes: [String], complaints: [String]) {
    self.nodes = nodes
    self.complaints = complaints
  }
}
