import XMLTree

/// Turns a `domain` element into its canonical form.
struct DomainReader {
  private var input: XMLElement
  private var completion = DomainCompletion(XMLElement("domain"))

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
    "memoryBacking", "memtune", "pm",
  ]

  /// The canonical element; throws libvirt's error for what it refuses, and the first of several as libvirt finds it.
  consuming func read() throws(DefinitionError) -> XMLElement {
    guard input[child: "name"]?.text.isEmpty == false else { throw .noName }
    let type =
      try AttributeRule.choice("type", Self.types)
      .required(.failure("missing domain type attribute")).or(.unsupported("invalid domain type %")).value(in: input) ?? "test"
    completion.root.attributes = [XMLAttribute("type", type)]
    try read(["name", "uuid"])
    try completion.completeUUID()
    try read(["genid"])
    try DomainCompletion.checkKind(input)
    input[child: "os"] = DomainCompletion.knownSystem(input)
    try read(["title", "description", "seclabel"])
    try completion.checkLabels(input)
    try read(["memory", "currentMemory", "maxMemory", "memoryBacking", "blkiotune", "memtune"])
    try read(["vcpu", "vcpus", "iothreads", "defaultiothread", "iothreadids"])
    dropForeignPins()
    try read(["cputune"])
    try completion.completeProcessors()
    try read(["cpu"])
    try completion.completeCells()
    try completion.checkNodes(input)
    try read(["numatune"])
    try completion.completePlacement(input)
    try read(["resource", "features", "on_reboot", "on_poweroff", "on_crash", "on_lockfailure", "pm", "perf", "clock"])
    try read(["bootloader", "bootloader_args", "os", "devices", "launchSecurity", "idmap", "sysinfo", "keywrap", "metadata"])
    try completion.complete(input)
    return completion.root
  }

  /// Pins of CPUs that there are not say nothing, whatever is in them.
  private mutating func dropForeignPins() {
    let max = DomainDefinition(canonical: completion.root).maxVcpus
    input[child: "cputune"]?.children.removeAll {
      guard case .element(let pin) = $0, pin.name == "vcpupin", let number = pin[attribute: "vcpu"].flatMap({ UInt32($0) }) else {
        return false
      }
      return number >= max
    }
  }

  /// Reads elements of these names, in this order, into their places.
  private mutating func read(_ names: [String]) throws(DefinitionError) {
    for name in names {
      guard let rule = DomainRules.root.first(where: { $0.name == name }) else { continue }
      for made in try rule.applyAll(in: input) { completion.root.insert(made, order: DomainRules.order) }
    }
  }

  private static let types = [
    "qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz", "test", "vmware", "hyperv", "vbox", "phyp", "parallels", "bhyve", "vz",
  ]
}
