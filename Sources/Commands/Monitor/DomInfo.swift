import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomInfo: Command {
  static let info = CommandInfo(
    "dominfo", group: .monitor, abstract: "show a domain at a glance", description: "Show the basic facts about a domain.")
  static let options = OptionTable<Self>(\._domain)
  @Option(domain: "domain") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let details = await domain.details()
    var fields = Self.identity(of: domain)
    if let osType = details.osType { fields.append(Field("OS Type", key: "osType", .string(osType))) }
    let info: DomainInfo
    switch details.info {
    case .success(let value): info = value
    case .failure(let error): return .failed(Diagnostic.all(of: error), answer: Fields(fields))
    }
    fields += Self.resources(info)
    fields.append(
      Field("Persistent", key: "persistent", details.isPersistent.map(CellValue.bool) ?? .null, text: Self.word(details.isPersistent)))
    if let isAutostarted = details.isAutostarted {
      fields.append(Field("Autostart", key: "autostart", .bool(isAutostarted), text: isAutostarted ? "enable" : "disable"))
    }
    fields.append(
      Field(
        "Managed save", key: "managedSave", details.hasManagedSave.map(CellValue.bool) ?? .null, text: Self.word(details.hasManagedSave)))
    fields += Self.security(details)
    if !details.messages.isEmpty {
      // The messages stand below each other in the second column.
      let text = details.messages.joined(separator: "\n" + String(repeating: " ", count: 16))
      fields.append(Field("Messages", key: "messages", .list(details.messages.map(CellValue.string)), text: text))
    }
    return .fields(fields)
  }

  private static func word(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "unknown" }

  private static func identity(of domain: Domain) -> [Field] {
    [
      Field("Id", key: "id", .integer(domain.id)), Field("Name", key: "name", .string(domain.name)),
      Field("UUID", key: "uuid", .string("\(domain.uuid)")),
    ]
  }

  private static func resources(_ info: DomainInfo) -> [Field] {
    let state = DomainState(state: Int32(info.state.rawValue), reason: 0)
    var fields = [
      Field("State", key: "state", .string(state.name), role: state.role), Field("CPU(s)", key: "vcpus", .integer(info.nrVirtCpu.rawValue)),
    ]
    if info.cpuTime > 0 {
      fields.append(
        Field("CPU time", key: "cpuTime", .uint(info.cpuTime), text: fixedPoint(Double(info.cpuTime) / 1e9, decimals: 1) + "s"))
    }
    let isUnlimited = info.maxMem == UInt64(UInt32.max)
    fields.append(
      Field(
        "Max memory", key: "maxMemory", isUnlimited ? .null : bytes(info.maxMem), text: isUnlimited ? "no limit" : "\(info.maxMem) KiB"))
    fields.append(Field("Used memory", key: "usedMemory", bytes(info.memory), text: "\(info.memory) KiB"))
    return fields
  }

  /// KiB as bytes, the base unit of every form but the table.
  private static func bytes(_ kibibytes: UInt64) -> CellValue { .uint(kibibytes.multipliedReportingOverflow(by: 1024).partialValue) }

  private static func security(_ details: DomainDetails) -> [Field] {
    guard let model = details.securityModel, !model.model.text.isEmpty else { return [] }
    var fields = [
      Field("Security model", key: "securityModel", .string(model.model.text)),
      Field("Security DOI", key: "securityDOI", .string(model.doi.text)),
    ]
    if let label = details.securityLabel, !label.label.text.isEmpty {
      let mode = label.enforcing != 0 ? "enforcing" : "permissive"
      fields.append(Field("Security label", key: "securityLabel", .string(label.label.text), text: "\(label.label.text) (\(mode))"))
    }
    return fields
  }
}
