import XMLTree

extension NodeDefinition {
  /// Reads the file of `test:///path/file.xml`, and the files that it names with `file='…'`; relative names start in the folder of the
  /// file that names them. Nothing else is opened.
  ///
  /// - Throws: `DefinitionError` with libvirt's sentence for a missing file, one that is not XML, a wrong root, and for definitions that
  ///   are refused.
  public init(file: String) throws(DefinitionError) {
    let root = try DefinitionFile(path: file).root
    guard root.name == "node" else { throw .xml("expecting root element of 'node', not '\(root.name)'") }
    try self.init(root, file: file)
  }

  /// Reads a `node` element that was found in `file`.
  init(_ root: XMLElement, file: String) throws(DefinitionError) {
    func loaded(_ name: String) throws(DefinitionError) -> [XMLElement] {
      var found: [XMLElement] = []
      for element in root.elements(name) { found.append(try DefinitionFile.resolve(element, from: file)) }
      return found
    }
    host = try HostDescription(node: root)
    domains = []
    for element in try loaded("domain") { domains.append(try Domain(element, file: file)) }
    networks = try loaded("network")
    interfaces = try loaded("interface")
    pools = try loaded("pool")
    for index in pools.indices {
      pools[index].children = try pools[index].children.map { node throws(DefinitionError) in
        guard case .element(let volume) = node, volume.name == "volume" else { return node }
        return .element(try DefinitionFile.resolve(volume, from: file))
      }
    }
    devices = try loaded("device")
    secrets = try loaded("secret")
    users = (root[child: "auth"]?.elements("user") ?? []).map { User(name: $0.text, password: $0[attribute: "password"]) }
  }
}

extension NodeDefinition.Domain {
  /// Reads a `domain` element and the test driver's own elements inside it.
  init(_ element: XMLElement, file: String) throws(DefinitionError) {
    definition = try DomainDefinition(element)
    let own = element.elements.filter { $0.namespace == NodeDefinition.namespace }
    func first(_ name: String) -> XMLElement? { own.first { $0.localName == name } }
    state = 1
    if let text = first("runstate")?.text, !text.isEmpty {
      guard let value = Number.unsigned(text) else { throw .xml("invalid runstate") }
      guard value <= 7 else { throw .xml("runstate '\(value)' out of range'") }
      state = Int32(value)
    }
    isTransient = first("transient") != nil
    hasManagedSave = first("hasmanagedsave") != nil
    guard !isTransient || state != 5 else { throw .xml("transient domain cannot have runstate 'shutoff'") }
    guard !hasManagedSave || state == 5 else { throw .xml("domain with managedsave data can only have runstate 'shutoff'") }
    snapshots = []
    for snapshot in own where snapshot.localName == "domainsnapshot" {
      var snapshot = try DefinitionFile.resolve(snapshot, from: file)
      snapshot.name = "domainsnapshot"
      snapshots.append(snapshot)
    }
  }
}
