import XMLTree

/// Turns a `domain` element into its canonical form.
struct DomainReader {
  private let input: XMLElement
  private var output = XMLElement("domain")

  init(_ input: XMLElement) { self.input = Self.merged(input) }

  /// libvirt looks for `devices/disk` and the like wherever they are: groups that occur twice count as one.
  private static func merged(_ input: XMLElement) -> XMLElement {
    var output = input
    output.children = []
    var places: [String: Int] = [:]
    for node in input.children {
      guard case .element(let element) = node, groups.contains(element.name) else {
        output.children.append(node)
        continue
      }
      if let place = places[element.name], case .element(var first) = output.children[place] {
        first.children += element.children
        output.children[place] = .element(first)
      } else {
        places[element.name] = output.children.count
        output.children.append(node)
      }
    }
    return output
  }

  private static let groups: Set<String> = [
    "devices", "os", "idmap", "keywrap", "cputune", "features", "clock", "blkiotune", "numatune", "iothreadids", "vcpus", "perf",
  ]

  /// The canonical element; throws libvirt's error for what it refuses.
  consuming func read() throws(DefinitionError) -> XMLElement {
    // In libvirt's order: the name, then the kind of guest, then everything else.
    guard input[child: "name"]?.text.isEmpty == false else { throw .noName }
    let type =
      try AttributeRule.choice("type", Self.types)
      .required(.failure("missing domain type attribute")).or(.unsupported("invalid domain type %")).value(in: input) ?? "test"
    guard input[child: "os"]?[child: "type"]?.text.isEmpty == false || input[child: "bootloader"] != nil else {
      throw .xml("an os <type> must be specified")
    }
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
