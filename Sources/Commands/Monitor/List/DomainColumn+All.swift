import Libvirt
import LibvirtProtocol
import Presentation

extension DomainColumn {
  /// All columns, those first that a list has anyway.
  static let all: [DomainColumn] = [
    DomainColumn("id", title: "Id", [], .amount(.count) { $0.domain.domain.id.map { UInt64($0) } }),
    DomainColumn("name", title: "Name", [], .text { $0.domain.domain.name }),
    DomainColumn("state", title: "State", .state, .word { state(of: $0) }),
    DomainColumn("title", title: "Title", .definition, .text { $0.outline?.title }),
    DomainColumn("uuid", title: "UUID", [], .text { $0.domain.domain.ref.isStandIn ? nil : "\($0.domain.domain.uuid)" }),
    DomainColumn("reason", title: "Reason", .state, .word { $0.domain.state?.reasonName }),
    DomainColumn("vcpus", title: "vCPUs", .processors, .amount(.count) { $0.domain.vcpus.map { UInt64($0) } }),
    DomainColumn("maxvcpus", title: "Max vCPUs", key: "maxVcpus", .processors, .amount(.count) { $0.domain.maxVcpus.map { UInt64($0) } }),
    DomainColumn("memory", title: "Memory", .memory, .amount(.bytes) { bytes($0.domain.memory) }),
    DomainColumn("maxmemory", title: "Max memory", key: "maxMemory", .memory, .amount(.bytes) { bytes($0.domain.maxMemory) }),
    DomainColumn("cputime", title: "CPU time", key: "cpuTime", .processorTime, .amount(.nanoseconds) { $0.domain.processorTime }),
    DomainColumn("autostart", title: "Autostart", .autostart, .flag { $0.domain.isAutostarted }),
    DomainColumn("persistent", title: "Persistent", .persistence, .flag { $0.domain.isPersistent }),
    DomainColumn("managedsave", title: "Managed save", key: "managedSave", .managedSave, .flag { $0.domain.hasManagedSave }),
    DomainColumn("snapshots", title: "Snapshots", .snapshots, .flag { $0.domain.hasSnapshots }),
    DomainColumn("pending", title: "Pending", [.definition, .nextDefinition], .list { $0.pending }),
    DomainColumn(
      "address", title: "Address", key: "addresses", [.definition, .addresses], asksAgents: true,
      .list { $0.domain.addresses.map(\.address) }, cell: { .list($0.domain.addresses.map(\.cell)) }),
    DomainColumn("disks", title: "Disks", .definition, .amount(.count) { $0.outline.map { UInt64($0.disks.count) } }),
    DomainColumn("nics", title: "NICs", .definition, .amount(.count) { $0.outline.map { UInt64($0.interfaceCount) } }),
    DomainColumn("networks", title: "Networks", .definition, .list { $0.outline?.networks }),
    DomainColumn("os", title: "OS", .definition, .text { $0.outline?.system }),
    DomainColumn("type", title: "Type", .definition, .word { $0.outline?.type }),
    DomainColumn("machine", title: "Machine", .definition, .text { $0.outline?.machine }),
    DomainColumn("description", title: "Description", .definition, .text { $0.outline?.description }),
  ]

  /// The state as the plain list has it, where a domain with a saved state may be marked.
  private static func state(of row: ListRow) -> String {
    row.domain.hasManagedSave == true && row.marksSaved ? "saved" : row.domain.state?.name ?? "no state"
  }

  /// KiB as bytes, the base unit of every form.
  private static func bytes(_ kibibytes: UInt64?) -> UInt64? {
    kibibytes.flatMap { kibibytes in
      let (bytes, isTooMuch) = kibibytes.multipliedReportingOverflow(by: 1024)
      return isTooMuch ? nil : bytes
    }
  }
}

extension GuestAddress {
  /// `10.0.0.5 (lease)`, and its parts for programs.
  fileprivate var cell: CellValue {
    .record(
      Record(
        keys: ["address", "prefix", "source", "interface", "mac"],
        values: [.string(address), .integer(prefix), .string(source.name), .string(interface), .string(orNull: mac)]),
      text: "\(address) (\(source.name))")
  }
}
