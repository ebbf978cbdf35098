/// An S-expression as xend speaks them: an atom, or a list of expressions. There are no dotted pairs and no kinds of atoms.
public enum SExpression: Sendable, Hashable {
  /// A word, a number or a quoted text: its bytes, unescaped, which need not be UTF-8.
  case atom([UInt8])
  /// Expressions in parentheses.
  case list([SExpression])
}

extension SExpression: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// An atom.
  public init(_ text: String) { self = .atom(Array(text.utf8)) }

  /// A number as an atom.
  public init(_ number: some BinaryInteger) { self.init(String(number)) }

  /// An atom.
  public init(stringLiteral text: String) { self.init(text) }

  /// A list.
  public init(arrayLiteral elements: SExpression...) { self = .list(elements) }
}

extension SExpression {
  /// The text of an atom, bytes that are not UTF-8 repaired; nil for a list.
  public var text: String? { if case .atom(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }

  /// The elements of a list; nil for an atom.
  public var elements: [SExpression]? { if case .list(let elements) = self { elements } else { nil } }

  /// The atom that a list begins with: `domain` of `(domain (name web1))`. Nil for an atom and where another list comes first.
  public var head: String? { elements?.first?.text }

  /// What follows the head of a list; empty for an atom.
  public var tail: ArraySlice<SExpression> { elements?.dropFirst() ?? [] }

  /// The first element after the head: `web1` of `(name web1)`. Nil where nothing follows, as in `(features )`.
  public var value: SExpression? { tail.first }

  /// The first list in this one whose head is `name`: `(memory 384)` for `memory`.
  public subscript(_ name: String) -> SExpression? { tail.first { $0.head == name } }

  /// All lists in this one whose head is `name`, in order.
  public func all(_ name: String) -> [SExpression] { tail.filter { $0.head == name } }

  /// The text of the value at the end of a path of heads: `text("image", "linux", "kernel")`. Nil where there is none, or a list.
  public func text(_ path: String...) -> String? {
    var current = self
    for name in path {
      guard let next = current[name] else { return nil }
      current = next
    }
    return current.value?.text
  }
}
