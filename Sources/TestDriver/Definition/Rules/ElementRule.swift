import XMLTree

/// What libvirt knows about one element: the order of its attributes and children, what it adds and what it leaves out.
///
/// An element that no rule names disappears. Only what a table cannot say is code, in `refine`.
struct ElementRule: Sendable {
  typealias Refinement = @Sendable (_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement?

  let name: String
  var attributes: [AttributeRule] = []
  var children: [ElementRule] = []
  var text: TextRule?
  /// Whether all elements of this name count, or only the first.
  var repeats = false
  /// Whether an element that ends up with neither attributes nor children disappears.
  var vanishes = false
  /// The element is known only where an attribute of its parent has one of these values.
  var condition: Condition?
  /// The error for a second element of this name.
  var excess: DefinitionError?
  /// The names of children in the order in which libvirt reads them and finds errors, where that is not the order of writing.
  var reading: [String] = []
  /// Has the last word about an element; `nil` drops it.
  var refine: Refinement?

  struct Condition: Sendable {
    let attribute: String
    let values: Set<String>
    var isNegated = false
  }
}

extension ElementRule {
  /// An element that stays whenever it is there.
  static func element(
    _ name: String, _ attributes: [AttributeRule] = [], _ children: [ElementRule] = [], text: TextRule? = nil,
    refine: Refinement? = nil
  ) -> Self {
    Self(name: name, attributes: attributes, children: children, text: text, refine: refine)
  }

  /// An element that stays only if something is left in it.
  static func group(
    _ name: String, _ attributes: [AttributeRule] = [], _ children: [ElementRule] = [], refine: Refinement? = nil
  ) -> Self {
    Self(name: name, attributes: attributes, children: children, vanishes: true, refine: refine)
  }

  /// An element that says yes by being there.
  static func flag(_ name: String) -> Self { Self(name: name) }

  /// An element of text; an empty one disappears.
  static func text(_ name: String, _ text: TextRule = .any, _ attributes: [AttributeRule] = []) -> Self {
    Self(name: name, attributes: attributes, text: text) { (output, _) throws(DefinitionError) in output.children.isEmpty ? nil : output }
  }

  /// Every element of this name counts.
  var many: Self { with { $0.repeats = true } }

  /// A second element of this name is an error.
  func only(_ error: DefinitionError) -> Self { with { $0.excess = error } }

  /// Children are read in this order.
  func reading(_ names: String...) -> Self { with { $0.reading = names } }

  /// Known only where the parent's attribute has one of these values.
  func when(_ attribute: String, _ values: String...) -> Self {
    with { $0.condition = Condition(attribute: attribute, values: Set(values)) }
  }

  /// Known only where the parent's attribute has another value.
  func whenNot(_ attribute: String, _ values: String...) -> Self {
    with { $0.condition = Condition(attribute: attribute, values: Set(values), isNegated: true) }
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
