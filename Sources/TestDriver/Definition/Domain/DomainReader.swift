import XMLTree

/// Turns a `domain` element into its canonical form.
struct DomainReader {
  private let input: XMLElement
  private var output = XMLElement("domain")

  init(_ input: XMLElement) { self.input = input }

  /// The canonical element; throws libvirt's error for what it refuses.
  consuming func read() throws(DefinitionError) -> XMLElement {
    // In libvirt's order: the name, then the kind of guest, then everything else.
    guard input[child: "name"]?.text.isEmpty == false else { throw .noName }
    let type = try AttributeRule.choice("type", Self.types)
      .required(.failure("missing domain type attribute")).or(.unsupported("invalid domain type %")).value(in: input) ?? "test"
    guard input[child: "os"]?[child: "type"]?.text.isEmpty == false else { throw .xml("an os <type> must be specified") }
    output.attributes = [XMLAttribute("type", type)]
    let found = input.elements
    for rule in DomainRules.root {
      for element in found where element.name == rule.name {
        if let made = try rule.apply(element) { output.children.append(.element(made)) }
        if !rule.repeats { break }
      }
    }
    var definition = DomainCompletion(output)
    return try definition.complete(from: input)
  }

  private static let types = [
    "qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz", "test", "vmware", "hyperv", "vbox", "phyp", "parallels", "bhyve", "vz",
  ]
}
