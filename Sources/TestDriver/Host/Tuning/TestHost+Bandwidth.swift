import LibvirtProtocol
import XDR
import XMLTree

extension TestHost {
  /// The parameters, each with the element and the attribute that hold it.
  private static let rates = [
    ("inbound", "average"), ("inbound", "peak"), ("inbound", "burst"), ("inbound", "floor"), ("outbound", "average"),
    ("outbound", "peak"), ("outbound", "burst"),
  ].map { (name: "\($0).\($1)", direction: $0, rate: $1) }

  func interfaceParameters(
    _ ref: DomainRef, _ device: String, _ room: Int32, _ flags: UInt32
  ) throws -> CountedParameters<16, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetInterfaceParameters")
    guard room != 0 else { return .count(Self.rates.count) }
    var definition = try definition(ref, flags)
    let bandwidth = definition.changeInterface(device) { $0[child: "bandwidth"] ?? XMLElement("bandwidth") }
    guard let bandwidth else { throw unknown(device) }
    return CountedParameters(
      Self.rates.map { rate in
        (rate.name, .uint(bandwidth[child: rate.direction]?[attribute: rate.rate].flatMap { UInt32($0) } ?? 0))
      }, room: room)
  }

  func setInterfaceParameters(
    _ ref: DomainRef, _ device: String, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32
  ) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetInterfaceParameters")
    let wanted = try TypedParameters(
      parameters, Dictionary(uniqueKeysWithValues: Self.rates.map { ($0.name, TypedParameterType.uint) }))
    try edit(ref, flags) { definition, _ in
      let isKnown: Void? = definition.changeInterface(device) { interface in
        var bandwidth = interface[child: "bandwidth"] ?? XMLElement("bandwidth")
        for direction in ["inbound", "outbound"] { Self.limit(&bandwidth, direction, wanted) }
        interface.put(bandwidth, behind: ["mac", "source", "vlan", "virtualport"])
      }
      guard isKnown != nil else { throw unknown(device) }
    }
  }

  /// Sets one direction's rates as a whole; without an average and a floor there is no limit.
  private static func limit(_ bandwidth: inout XMLElement, _ direction: String, _ wanted: TypedParameters) {
    let given = rates.filter { $0.direction == direction && wanted.has($0.name) }
    guard !given.isEmpty else { return }
    bandwidth[child: direction] = nil
    guard ["average", "floor"].contains(where: { (wanted.unsigned("\(direction).\($0)") ?? 0) > 0 }) else { return }
    let attributes = ["average", "peak", "floor", "burst"].compactMap { rate in
      wanted.unsigned("\(direction).\(rate)").flatMap { $0 > 0 ? XMLAttribute(rate, String($0)) : nil }
    }
    bandwidth.insert(XMLElement(direction, attributes: attributes), order: ["inbound", "outbound"])
  }

  private nonisolated func unknown(_ device: String) -> LibvirtError { argument("'\(device)' is not a known interface") }
}
