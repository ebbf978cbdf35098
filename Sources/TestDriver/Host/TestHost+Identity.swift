import Drivers
import LibvirtProtocol
import XDR

extension TestHost {
  /// Gives a domain that does not run another name.
  func rename(_ ref: DomainRef, _ name: String?, _ flags: UInt32) throws -> Int32 {
    guard let name, !name.isEmpty else { throw whole("string new_name in virDomainRename must not be empty") }
    try check(flags, in: "testDomainRename")
    let old = try domain(ref)
    guard !old.isActive else { throw invalid("cannot rename active domain") }
    guard old.isPersistent else { throw invalid("cannot rename a transient domain") }
    guard !name.contains("/") else { throw LibvirtError.xmlError("name \(name) cannot contain '/'", Self.errorDomain) }
    guard old.definition.name != name else { throw invalid("Can't rename domain to itself") }
    guard !domains.values.contains(where: { $0.definition.name == name }) else {
      throw invalid("domain with name '\(name)' already exists")
    }
    try change(ref) { $0.definition.name = name }
    tell(old.ref, DomainEventType.undefined.rawValue, DomainEventUndefinedDetail.renamed.rawValue)
    if let new = domains[ref.uuid] { tell(new.ref, DomainEventType.defined.rawValue, DomainEventDefinedDetail.renamed.rawValue) }
    return 0
  }

  /// A domain's title, description, or the element of a namespace.
  func metadata(_ ref: DomainRef, _ type: Int32, _ uri: String?, _ flags: UInt32) throws -> String {
    if type == DomainMetadataType.element.rawValue {
      guard uri != nil else { throw whole("uri in virDomainGetMetadata must not be NULL") }
    } else if type == DomainMetadataType.title.rawValue || type == DomainMetadataType.description.rawValue {
      guard uri == nil else { throw whole("uri in virDomainGetMetadata must be NULL") }
    }
    try check(flags, allowed: Self.impactFlags, in: "testDomainGetMetadata")
    let definition = try definition(ref, flags)
    let text =
      switch DomainMetadataType(rawValue: type) {
      case .description: definition.description
      case .title: definition.title
      case .element: uri.flatMap { definition.metadata(uri: $0) }
      case nil: throw argument("unknown metadata type '\(type)'")
      }
    guard let text else { throw LibvirtError(.noDomainMetadata, Self.errorDomain, "Requested metadata element is not present") }
    return text
  }

  /// Sets a domain's title, description or the element of a namespace; nothing takes it away.
  func setMetadata(_ ref: DomainRef, _ type: Int32, _ text: String?, key: String?, uri: String?, _ flags: UInt32) throws {
    let name = "virDomainSetMetadata"
    switch DomainMetadataType(rawValue: type) {
    case .title, .description:
      if type == DomainMetadataType.title.rawValue, text?.contains("\n") == true {
        throw whole("metadata title can't contain newlines")
      }
      guard uri == nil else { throw whole("uri in \(name) must be NULL") }
      guard key == nil else { throw whole("key in \(name) must be NULL") }
    case .element:
      guard uri != nil else { throw whole("uri in \(name) must not be NULL") }
      guard text == nil || key != nil else { throw whole("key in \(name) must not be NULL") }
    case nil: break
    }
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetMetadata")
    try edit(ref, flags) { definition, _ in
      switch DomainMetadataType(rawValue: type) {
      case .description: definition.description = text
      case .title: definition.title = text
      case .element:
        do throws(DefinitionError) {
          try definition.setMetadata(text, prefix: key ?? "", uri: uri ?? "")
        } catch {
          throw LibvirtError(error)
        }
      case nil: throw argument("unknown metadata type '\(type)'")
      }
    }
    guard let domain = domains[ref.uuid]?.ref else { return }
    events.publish(
      DriverEvent(
        kind: .domain(.metadataChange), domain: domain,
        message: DomainMetadataChangeEvent(callbackID: 0, dom: domain, type: type, nsuri: uri)))
  }

  /// Sets what happens when a guest powers off, reboots or crashes.
  func setLifecycleAction(_ ref: DomainRef, _ occasion: UInt32, _ action: UInt32, _ flags: UInt32) throws {
    guard let occasion = DomainLifecycle(rawValue: Int32(clamping: occasion)) else {
      throw argument("invalid lifecycle type '\(occasion)'")
    }
    guard let action = DomainLifecycleAction(rawValue: Int32(clamping: action)) else {
      throw argument("invalid lifecycle action '\(action)'")
    }
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetLifecycleAction")
    let isDump = action == .coredumpDestroy || action == .coredumpRestart
    guard occasion == .crash || !isDump else {
      throw LibvirtError(
        .configUnsupported, Self.errorDomain, "Lifecycle event '\(occasion)' doesn't support '\(action.word)' action")
    }
    try edit(ref, flags) { definition, _ in definition.setAction(on: "\(occasion)", action.word) }
  }

  /// Which performance events are counted.
  func performanceEvents(_ ref: DomainRef, _ flags: UInt32) throws -> Bounded<64, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetPerfEvents")
    let definition = try definition(ref, flags)
    return Bounded(
      DomainDefinition.performanceEvents.map {
        TypedParameter(field: $0, value: .boolean(definition.performanceEvent($0) ?? false))
      })
  }

  func setPerformanceEvents(_ ref: DomainRef, _ parameters: Bounded<64, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetPerfEvents")
    let known = Dictionary(uniqueKeysWithValues: DomainDefinition.performanceEvents.map { ($0, TypedParameterType.boolean) })
    let wanted = try TypedParameters(parameters, known)
    try edit(ref, flags) { definition, _ in
      for name in DomainDefinition.performanceEvents {
        if let isOn = wanted.boolean(name) { definition.setPerformanceEvent(name, isOn) }
      }
    }
  }
}

extension DomainLifecycleAction {
  /// As a definition writes it.
  fileprivate var word: String {
    switch self {
    case .destroy: "destroy"
    case .restart: "restart"
    case .restartRename: "rename-restart"
    case .preserve: "preserve"
    case .coredumpDestroy: "coredump-destroy"
    case .coredumpRestart: "coredump-restart"
    }
  }
}
