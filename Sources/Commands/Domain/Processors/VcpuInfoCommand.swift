import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct VcpuInfoCommand: Command {
  static let info = CommandInfo(
    "vcpuinfo", group: .domain, abstract: "show what a guest's processors do",
    description: "Show where each processor of a guest runs, what it does, how long it has run, and where it may run.")
  static let options = OptionTable<Self>(\._domain, \._pretty)
  @Option(domain: "domain") var domain: Given<String>
  @Flag("pretty", "write where they may run as a list of numbers") var pretty

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let info = try await domain.info()
    let cpus = try await domain.connection.cpuCount()
    do {
      let vcpus = try await domain.vcpus(atMost: Int(info.nrVirtCpu.rawValue), of: cpus)
      return Outcome(VcpuReport(vcpus: vcpus.map { VcpuReport.Vcpu($0.info, $0.affinity) }, cpus: cpus, isPretty: pretty))
    } catch let error as LibvirtError where DomainRunState(rawValue: Int32(info.state.rawValue)) == .shutoff {
      // What does not run can still be pinned.
      let affinity = try await pinned(domain, cpus, after: error, in: context.dialect)
      let vcpus = affinity.enumerated().map { VcpuReport.Vcpu(number: UInt32(clamping: $0.offset), affinity: $0.element) }
      return Outcome(VcpuReport(vcpus: vcpus, cpus: cpus, isPretty: pretty))
    }
  }

  private func pinned(_ domain: Domain, _ cpus: Int, after error: LibvirtError, in dialect: Dialect) async throws -> [CPUSet] {
    let answer = await domain.vcpuCounts([.config])
    guard answer.isPersistent, let count = answer.counts.first else { throw error }
    let known: Int
    do { known = try count.get() } catch { known = try await domain.vcpuCount(.config, after: error, in: dialect) }
    return try await domain.vcpuAffinity(atMost: known, of: cpus, .config)
  }
}
