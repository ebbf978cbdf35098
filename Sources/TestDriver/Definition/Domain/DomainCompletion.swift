import XMLTree

/// Adds what a definition needs and does not say, and checks what only the whole can tell.
struct DomainCompletion {
  var root: XMLElement

  init(_ root: XMLElement) { self.root = root }

  /// Completes what needs the whole.
  mutating func complete(_ input: XMLElement) throws(DefinitionError) {
    try completeSystem()
    completeHugePages()
    if root[child: "clock"] == nil { place(XMLElement("clock", attributes: [XMLAttribute("offset", "utc")])) }
    for (event, action) in [("on_poweroff", "destroy"), ("on_reboot", "restart"), ("on_crash", "destroy")] where root[child: event] == nil {
      place(XMLElement(event, text: action))
    }
    try completeDevices(input)
    tidySystem()
  }

  /// Checks that libvirt makes after it has looked at devices that cannot be together.
  func checkIdentity() throws(DefinitionError) {
    for timer in root[child: "clock"]?.elements("timer") ?? [] { try DomainRules.checkTimer(timer) }
    let name = root[child: "name"]?.text ?? ""
    guard !name.contains("/") else { throw .xml("name \(name) cannot contain '/'") }
  }

  /// Puts an element where libvirt's order wants it.
  mutating func place(_ element: XMLElement) {
    var definition = DomainDefinition(canonical: root)
    definition.place(element)
    root = definition.root
  }

  /// One label for each security model.
  func checkLabels(_ input: XMLElement) throws(DefinitionError) {
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

  /// A random UUID where there is none.
  mutating func completeUUID() throws(DefinitionError) {
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
