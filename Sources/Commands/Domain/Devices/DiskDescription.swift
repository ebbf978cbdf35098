import CommandLanguage
import Glibc
import LibvirtProtocol
import XMLTree

/// The XML of a disk from the options of `attach-disk`.
struct DiskDescription {
  let xml: String

  init(_ options: AttachDisk, in dialect: Dialect) throws {
    try Self.read(options)
    let source = try options.source.required()
    let `protocol` = try options.protocol.value()
    let type = try Self.type(options.sourceType.value(), source: source, isNetwork: `protocol` != nil)
    let mode = try options.mode.value()
    if let mode, mode != "readonly", mode != "shareable" { throw CommandFailure("No support for \(mode) in command 'attach-disk'") }
    var disk = XMLElement("disk", attributes: [XMLAttribute("type", type)])
    try disk.set("device", options.type.value())
    if options.rawIO { disk.set("rawio", "yes") }
    try disk.add(
      "driver",
      [
        ("name", options.driver.value()), ("type", options.subdriver.value()), ("iothread", options.iothread.value()),
        ("cache", options.cache.value()), ("io", options.io.value()),
      ])
    disk.children.append(.element(try Self.source(source, type, `protocol`, options, dialect)))
    try disk.add("target", [("dev", options.target.required()), ("bus", options.targetBus.value())])
    if let mode { disk.children.append(.element(XMLElement(mode))) }
    if let serial = try options.serial.value() { disk.children.append(.element(XMLElement("serial", text: serial))) }
    if let alias = try options.alias.value() { disk.add("alias", [("name", alias)]) }
    if let wwn = try options.wwn.value() { disk.children.append(.element(XMLElement("wwn", text: try Self.checked(wwn: wwn)))) }
    if let address = try options.address.value() {
      let element = try DeviceAddress(address).element(on: options.target.required(), isMultifunction: options.multifunction)
      disk.children.append(.element(element))
    }
    // virsh forgets to escape these.
    xml = XMLWriter.string(disk, pieced: dialect == .virsh ? ["target", "serial", "alias"] : [])
  }

  /// Refuses options without a value before what is wrong with other values is told.
  private static func read(_ options: AttachDisk) throws {
    _ = try (options.source.required(), options.target.required())
    for option in [
      options.driver, options.subdriver, options.cache, options.io, options.type, options.mode, options.iothread, options.serial,
      options.wwn, options.address, options.targetBus, options.alias, options.sourceType,
    ] { _ = try option.value() }
  }

  /// What the source is, where the user does not say: a block device where there is one of that name.
  private static func type(_ wanted: String?, source: String, isNetwork: Bool) throws -> String {
    if let wanted {
      guard ["file", "block", "network"].contains(wanted) else { throw CommandFailure("Unknown source type: '\(wanted)'") }
      guard isNetwork == (wanted == "network") else {
        throw CommandFailure("--source-protocol option requires --sourcetype network")
      }
      return wanted
    }
    if isNetwork { return "network" }
    var status = stat()
    return stat(source, &status) == 0 && status.st_mode & S_IFMT == S_IFBLK ? "block" : "file"
  }

  private static func source(
    _ source: String, _ type: String, _ protocol: String?, _ options: AttachDisk, _ dialect: Dialect
  ) throws -> XMLElement {
    guard type == "network" else {
      return XMLElement("source", attributes: [XMLAttribute(type == "block" ? "dev" : "file", source)])
    }
    var element = XMLElement("source")
    element.set("protocol", `protocol`)
    element.set("name", source)
    let host = try options.hostName.value().map { nameAndPort($0, dialect) }
    try element.add(
      "host",
      [
        ("transport", options.hostTransport.value()), ("name", host?.name), ("port", host?.port), ("socket", options.hostSocket.value()),
      ])
    return element
  }

  private static func nameAndPort(_ text: String, _ dialect: Dialect) -> (name: String, port: String?) {
    // An IPv6 address in brackets has colons of its own, of which virsh takes the first for the port's.
    let bracket = dialect == .virtsh && text.hasPrefix("[") ? text.firstIndex(of: "]") : nil
    guard let colon = text[(bracket ?? text.startIndex)...].firstIndex(of: ":") else { return (text, nil) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  private static func checked(wwn: String) throws -> String {
    let digits = wwn.hasPrefix("0x") ? wwn.dropFirst(2) : wwn[...]
    guard digits.utf8.count == 16, digits.allSatisfy(\.isHexDigit) else {
      throw LibvirtError(.internalError, .none, "Malformed wwn: \(wwn)")
    }
    return wwn
  }
}

extension XMLElement {
  /// Sets an attribute, if there is a value.
  mutating func set(_ name: String, _ value: String?) {
    if let value { attributes.append(XMLAttribute(name, value)) }
  }

  /// Adds a child with the attributes that have a value; none at all, no child.
  mutating func add(_ name: String, _ attributes: [(String, String?)]) {
    let given = attributes.compactMap { name, value in value.map { XMLAttribute(name, $0) } }
    if !given.isEmpty { children.append(.element(XMLElement(name, attributes: given))) }
  }
}
