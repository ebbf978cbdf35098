import CommandLanguage
import XMLTree

/// The XML of a network interface from the options of `attach-interface`.
struct InterfaceDescription {
  /// What an interface can be connected with here; libvirt knows more, which virsh leaves to `attach-device`.
  private enum Kind: String { case network, bridge, direct, hostdev, vhostuser }

  private static let others: Set = [
    "user", "ethernet", "server", "client", "mcast", "internal", "udp", "vdpa", "null", "vds",
  ]

  let xml: String

  init(_ options: AttachInterface, in dialect: Dialect) throws {
    let type = try options.type.required()
    let source = try options.source.required()
    let (target, mac, script) = (try options.target.value(), try options.mac.value(), try options.script.value())
    let (model, alias) = (try options.model.value(), try options.alias.value())
    let (inbound, outbound) = (try options.inbound.value(), try options.outbound.value())
    let mode = try options.sourceMode.value()
    let kind = Kind(rawValue: type)
    // What libvirt knows is refused last.
    let refusal = CommandFailure("No support for \(type) in command 'attach-interface'")
    if kind == nil, !Self.others.contains(type) { throw refusal }
    if let mode, mode != "server", mode != "client" { throw CommandFailure("Invalid source mode: \(mode)") }
    let limits = try [
      inbound.map { try InterfaceLimits(inbound: $0).element }, outbound.map { try InterfaceLimits(outbound: $0).element },
    ].compactMap(\.self)
    guard let kind else { throw refusal }

    var interface = XMLElement("interface", attributes: [XMLAttribute("type", type)])
    if options.managed { interface.set("managed", "yes") }
    interface.children.append(.element(try Self.source(kind, source, mode)))
    interface.add("target", [("dev", target)])
    interface.add("mac", [("address", mac)])
    interface.add("script", [("path", script)])
    interface.add("model", [("type", model)])
    interface.add("alias", [("name", alias)])
    if !limits.isEmpty { interface.children.append(.element(XMLElement("bandwidth", children: limits.map(XMLNode.element)))) }
    // virsh escapes nothing here.
    xml = XMLWriter.string(interface, style: dialect == .virsh ? .pieced : .libvirt)
  }

  private static func source(_ kind: Kind, _ source: String, _ mode: String?) throws -> XMLElement {
    switch kind {
    case .network, .bridge: return XMLElement("source", attributes: [XMLAttribute(kind.rawValue, source)])
    case .direct: return XMLElement("source", attributes: [XMLAttribute("dev", source)])
    case .vhostuser:
      guard let mode else { throw CommandFailure("source-mode is mandatory") }
      return XMLElement(
        "source", attributes: [XMLAttribute("type", "unix"), XMLAttribute("path", source), XMLAttribute("mode", mode)])
    case .hostdev:
      guard let address = DeviceAddress(hostPCI: source) else {
        throw CommandFailure("cannot parse pci address '\(source)' for network interface")
      }
      return XMLElement("source", children: [.element(address.element())])
    }
  }
}
