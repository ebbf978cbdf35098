import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct VcpuPin: Command {
  static let info = CommandInfo(
    "vcpupin", group: .domain, abstract: "show or set where a guest's processors run",
    description: "Show the host's processors that those of a guest may run on, or pin one of them. The list is as 0-3,^2; r means all.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._vcpu, \._cpulist, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("vcpu", "the number of a guest's processor", complete: "domain-vcpu") var vcpu: Given<UInt32>
  @Option("cpulist", "the host's processors, or r for all", emptyOK: true, complete: "domain-cpulist") var cpulist: Given<CPUList>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let list = try cpulist.value()
    if list == nil, live, config { throw UsageError("Options --live and --config are mutually exclusive") }
    let vcpu = try vcpu.value()
    let impact = DomainModificationImpact(config: config, live: live, current: current)
    guard let list else {
      return try await Self.affinity(of: try await context.domain(domain), vcpu, impact ?? .current, in: context.dialect)
    }
    guard let vcpu else { throw CommandFailure("vcpupin: Missing vCPU number in pin mode.") }
    let domain = try await context.domain(domain)
    let cpus = try list.cpus(of: await domain.connection.cpuCount())
    try await domain.pinVcpu(vcpu, to: cpus, impact)
    return .done.changed(domain, impact, in: context)
  }

  private static func affinity(
    of domain: Domain, _ vcpu: UInt32?, _ impact: DomainModificationImpact, in dialect: Dialect
  ) async throws -> Outcome {
    let flags = DomainVcpuFlags(rawValue: impact.rawValue).union(.maximum)
    async let cpus = domain.connection.cpuCount()
    let answer = await domain.vcpuCounts([flags])
    if impact.contains(.live), !answer.isActive { throw CommandFailure("cannot get vcpupin for offline domain") }
    if impact.contains(.config), !answer.isPersistent { throw CommandFailure("cannot get vcpupin for transient domain") }
    let count: Int
    do { count = try answer.counts[0].get() } catch { count = try await domain.vcpuCount(flags, after: error, in: dialect) }
    if let vcpu, vcpu >= count {
      let kind = impact.contains(.live) || !impact.contains(.config) && answer.isActive ? "live" : "persistent"
      throw CommandFailure("vcpu \(Int32(bitPattern: vcpu)) is out of range of \(kind) cpu count \(count)")
    }
    let affinity: [CPUSet]
    do {
      affinity = try await domain.vcpuAffinity(atMost: count, of: try await cpus, impact)
    } catch is LibvirtError where dialect == .virsh {
      // virsh succeeds without a word.
      return .done
    }
    let rows = affinity.enumerated().filter { vcpu.map(Int.init) ?? $0.offset == $0.offset }.map { ($0.offset, $0.element) }
    return .table(
      rows,
      columns: [
        Column("VCPU", key: "vcpu", value: { .integer($0.0) }),
        Column("CPU Affinity", key: "affinity", value: { $0.1.cell }, show: { "\($0.1)" }),
      ])
  }
}
