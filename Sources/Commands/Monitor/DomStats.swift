import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomStats: Command {
  static let info = CommandInfo(
    "domstats", group: .monitor, abstract: "show statistics of domains",
    description: "Show statistics of the named domains, or of all that the list options let through, in one call.")
  static let options = OptionTable<Self>(
    \._state, \._cpuTotal, \._balloon, \._vcpu, \._interface, \._block, \._perf, \._iothread, \._memory, \._dirtyrate, \._vm,
    \._listActive, \._listInactive, \._listPersistent, \._listTransient, \._listRunning, \._listPaused, \._listShutoff, \._listOther,
    \._raw, \._enforce, \._backing, \._nowait, \._domains)

  @Flag("state", "the domain's state") var state
  @Flag("cpu-total", "processor time") var cpuTotal
  @Flag("balloon", "memory balloon") var balloon
  @Flag("vcpu", "each virtual processor") var vcpu
  @Flag("interface", "network interfaces") var interface
  @Flag("block", "disks") var block
  @Flag("perf", "performance counters") var perf
  @Flag("iothread", "threads for disks") var iothread
  @Flag("memory", "memory bandwidth") var memory
  @Flag("dirtyrate", "how fast memory changes") var dirtyrate
  @Flag("vm", "the hypervisor's own counters") var vm
  @Flag("list-active", "of active domains only") var listActive
  @Flag("list-inactive", "of inactive domains only") var listInactive
  @Flag("list-persistent", "of persistent domains only") var listPersistent
  @Flag("list-transient", "of transient domains only") var listTransient
  @Flag("list-running", "of running domains only") var listRunning
  @Flag("list-paused", "of paused domains only") var listPaused
  @Flag("list-shutoff", "of domains that are shut off only") var listShutoff
  @Flag("list-other", "of domains in other states only") var listOther
  @Flag("raw", "print states as numbers") var raw
  @Flag("enforce", "fail if the host lacks one of these statistics") var enforce
  @Flag("backing", "follow disks into their backing files") var backing
  @Flag("nowait", "leave out what would have to be waited for") var nowait
  @Arguments("domain", "domains by name, id or uuid", complete: "domain") var domains

  func run(in context: Context) async throws -> Outcome {
    if !domains.isEmpty {
      let (found, missing) = try await context.domains(domains, of: "domain")
      let failures = missing.map { Diagnostic($0) }
      guard let connection = found.first?.connection else { return .failed(failures) }
      let stats = StatsAnswer(records: try await connection.domainStats(of: found, types, flags))
      return failures.isEmpty ? Outcome(stats) : .failed(failures, answer: stats)
    }
    let connection = try await context.connection
    let records = try await connection.domainStats(types, flags)
    return Outcome(
      StatsAnswer(records: records), diagnostics: await connection.unheard(among: records.map(\.dom)).map { Diagnostic($0) })
  }

  private var types: DomainStatsTypes {
    let choices: [(Bool, DomainStatsTypes)] = [
      (state, .state), (cpuTotal, .cpuTotal), (balloon, .balloon), (vcpu, .vcpu), (interface, .interface), (block, .block),
      (perf, .perf), (iothread, .iothread), (memory, .memory), (dirtyrate, .dirtyrate), (vm, .vm),
    ]
    return DomainStatsTypes(choices.filter(\.0).map(\.1))
  }

  private var flags: ConnectGetAllDomainStatsFlags {
    let choices: [(Bool, ConnectGetAllDomainStatsFlags)] = [
      (listActive, .active), (listInactive, .inactive), (listPersistent, .persistent), (listTransient, .transient),
      (listRunning, .running), (listPaused, .paused), (listShutoff, .shutoff), (listOther, .other), (enforce, .enforceStats),
      (backing, .backing), (nowait, .nowait),
    ]
    return ConnectGetAllDomainStatsFlags(choices.filter(\.0).map(\.1))
  }
}

/// Statistics, a block for each domain.
private struct StatsAnswer: Answer {
  let records: [DomainStatsRecord]

  func write(on page: inout Page) {
    for (index, record) in records.enumerated() {
      if index > 0 { page.line("") }
      page.line("Domain: '\(record.dom.name)'")
      for parameter in record.params { page.line("  \(parameter.field)=\(parameter.value.text)") }
    }
  }

  var names: [String]? { records.map(\.dom.name) }
  var parts: [any Encodable & Sendable]? { objects }
  func encode(to encoder: any Encoder) throws { try objects.encode(to: encoder) }

  private var objects: [Record] {
    records.map { record in
      Record(
        keys: ["domain", "uuid"] + record.params.map(\.field),
        values: [.string(record.dom.name), record.dom.isStandIn ? .null : .string("\(record.dom.uuid)")]
          + record.params.map { CellValue($0.value) })
    }
  }
}

extension CellValue {
  /// A typed parameter with its type kept.
  init(_ value: TypedParameterValue) {
    self =
      switch value {
      case .int(let value): .int(Int64(value))
      case .uint(let value): .uint(UInt64(value))
      case .llong(let value): .int(value)
      case .ullong(let value): .uint(value)
      case .double(let value): .double(value)
      case .boolean(let value): .bool(value)
      case .string(let value): .string(value)
      }
  }
}
