import XMLTree

/// Adds what a definition needs and does not say, and checks what only the whole can tell.
struct DomainCompletion {
  var root: XMLElement

  init(_ root: XMLElement) { self.root = root }

  /// The complete element.
  mutating func complete(from input: XMLElement) throws(DefinitionError) -> XMLElement {
    guard let name = root[child: "name"]?.text, !name.isEmpty else { throw .noName }
    try completeUUID(input)
    guard !name.contains("/") else { throw .xml("name \(name) cannot contain '/'") }
    try completeSystem()
    try completeProcessors(from: input)
    try checkLabels(input)
    try completeMemory()
    if root[child: "clock"] == nil { place(XMLElement("clock", attributes: [XMLAttribute("offset", "utc")])) }
    for (event, action) in [("on_poweroff", "destroy"), ("on_reboot", "restart"), ("on_crash", "destroy")] where root[child: event] == nil {
      place(XMLElement(event, text: action))
    }
    try completeDevices()
    return root
  }

  /// Puts an element where libvirt's order wants it.
  mutating func place(_ element: XMLElement) {
    var definition = DomainDefinition(canonical: root)
    definition.place(element)
    root = definition.root
  }

  private func checkLabels(_ input: XMLElement) throws(DefinitionError) {
    let labels = input.elements("seclabel")
    var models: Set<String> = []
    for label in labels {
      guard let model = label[attribute: "model"] else {
        if labels.count > 1 { throw .xml("missing security model when using multiple labels") }
        continue
      }
      guard models.insert(model).inserted else { throw .detail("seclabel for model \(model) is already provided") }
    }
  }

  private mutating func completeUUID(_ input: XMLElement) throws(DefinitionError) {
    let text = root[child: "uuid"]?.text ?? ""
    if text.isEmpty {
      place(XMLElement("uuid", text: UUIDText.random().text))
    } else if let uuid = UUIDText(text) {
      root[child: "uuid"] = XMLElement("uuid", text: uuid.text)
    } else {
      throw .failure("malformed uuid element")
    }
  }
}

extension DomainDefinition {
  /// A definition that is canonical already.
  init(canonical root: XMLElement) { self.root = root }
}
