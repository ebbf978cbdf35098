import Drivers
import LibvirtProtocol
import XDR
import XMLTree

extension TestHost {
  private static let rates = [
    "total_bytes_sec", "read_bytes_sec", "write_bytes_sec", "total_iops_sec", "read_iops_sec", "write_iops_sec",
  ]
  /// In the order of `virDomainGetBlockIoTune`, which is that of a definition as well.
  fileprivate static let throttles = rates + rates.map { $0 + "_max" } + ["size_iops_sec", "group_name"] + rates.map { $0 + "_max_length" }
  /// The most that any limit can be.
  private static let most: UInt64 = 1_000_000_000_000_000

  func throttle(_ ref: DomainRef, _ disk: String?, _ room: Int32, _ flags: UInt32) throws -> CountedParameters<32, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetBlockIoTune")
    let definition = try definition(ref, flags)
    // Without room only the count is wanted, whichever disk it is.
    guard let disk else { return .count(Self.throttles.count) }
    guard let found = definition.disks.first(where: { $0.isNamed(disk) }) else { throw notFound(disk) }
    let tune = found.element[child: "iotune"]
    return CountedParameters(
      Self.throttles.map { name in
        let text = tune?[child: name]?.text
        return (name, name == "group_name" ? .string(text ?? "") : .ullong(text.flatMap { UInt64($0) } ?? 0))
      }, room: room)
  }

  func setThrottle(_ ref: DomainRef, _ disk: String, _ parameters: Bounded<32, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetBlockIoTune")
    var known = Dictionary(uniqueKeysWithValues: Self.throttles.map { ($0, TypedParameterType.ullong) })
    known["group_name"] = .string
    let wanted = try TypedParameters(parameters, known)
    try refuseBoth(flags)
    let now = try definition(ref, flags)
    guard let found = now.disks.first(where: { $0.isNamed(disk) }) else { throw notFound(disk) }
    var tune = found.element[child: "iotune"] ?? XMLElement("iotune")
    for parameter in parameters {
      guard wanted.unsigned(parameter.field) ?? 0 <= Self.most else {
        throw unsupportedArgument("block I/O throttle limit value must be no more than \(Self.most)")
      }
      tune.setThrottle(parameter.field, wanted.unsigned(parameter.field).map { String($0) } ?? wanted.string(parameter.field) ?? "")
    }
    try check(tune)
    try edit(ref, flags) { definition, _ in
      _ = definition.changeDisk(disk) { element in
        if tune.children.isEmpty { element[child: "iotune"] = nil } else { element.put(tune, behind: ["target"]) }
      }
    }
    tellThrottle(of: ref, found.target, parameters)
  }

  /// The rules between limits.
  private func check(_ tune: XMLElement) throws {
    func value(_ name: String) -> UInt64 { tune[child: name].flatMap { UInt64($0.text) } ?? 0 }
    for suffix in ["bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"]
    where value("total_" + suffix) > 0 && (value("read_" + suffix) > 0 || value("write_" + suffix) > 0) {
      throw argument("total and read/write of \(suffix) cannot be set at the same time")
    }
    for name in Self.rates where value(name) > value(name + "_max") {
      throw argument("\(name) cannot be set higher than \(name)_max ")
    }
  }

  private func tellThrottle(of ref: DomainRef, _ target: String, _ parameters: Bounded<32, TypedParameter>) {
    guard let domain = domains[ref.uuid]?.ref else { return }
    let changes = parameters.map { TypedParameter(field: "blkdeviotune.\($0.field)", value: $0.value) }
    let all = [TypedParameter(field: "blkdeviotune.disk", value: .string(target))] + changes
    events.publish(
      DriverEvent(
        kind: .domain(.tunable), domain: domain,
        message: DomainTunableEvent(callbackID: 0, dom: domain, params: Bounded(all))))
  }

  private nonisolated func notFound(_ disk: String) -> LibvirtError { argument("disk '\(disk)' was not found in the domain config") }
}

extension XMLElement {
  /// Sets a limit in `iotune`; 0 and no text take it away.
  fileprivate mutating func setThrottle(_ name: String, _ value: String) {
    self[child: name] = nil
    guard value != "0", !value.isEmpty else { return }
    insert(XMLElement(name, text: value), order: TestHost.throttles)
  }
}
