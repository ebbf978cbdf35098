import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct CPUStats: Command {
  static let info = CommandInfo(
    "cpu-stats", group: .domain, abstract: "show the processor time a domain used",
    description: "Show how much time a domain used on each of the host's processors, and on all of them.")
  static let options = OptionTable<Self>(\._domain, \._total, \._start, \._count)

  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("total", "the sum alone") var total
  @Option("start", "the first of the host's processors to show") var start: Given<Int32>
  @Option("count", "how many of them to show") var count: Given<Int32>
  /// virsh asks for no more processors at a time.
  private static let batch = 128

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let start = try start.value()
    if let start, start < 0 { throw CommandFailure("Invalid value for start CPU") }
    let count = try count.value()
    if let count, count < 0 { throw CommandFailure("Invalid value for number of CPUs to show") }
    let showsSome = start != nil || count != nil
    var report = CPUStatsReport()
    do {
      if showsSome || !total {
        try await addCPUs(to: &report, of: domain, from: Int(start ?? 0), count.map { Int($0) })
        // Without any the sum is shown only if it was asked for.
        if report.lacksCPUs, showsSome, !total { return .failed([], answer: report) }
      }
      if total || !showsSome { try await addTotal(to: &report, of: domain) }
    } catch let error as LibvirtError {
      let sentence = "Failed to retrieve CPU statistics for domain '\(domain.name)'"
      return .failed([Diagnostic(sentence), Diagnostic(describing: error)], answer: report.isEmpty ? nil : report)
    }
    return Outcome(report, succeeded: !report.lacksTotal)
  }

  private func addCPUs(to report: inout CPUStatsReport, of domain: Domain, from start: Int, _ wanted: Int?) async throws {
    let most = try await domain.cpuStatisticsCount()
    guard start < most else { throw CommandFailure("Start CPU \(start) is out of range (min: 0, max: \(most - 1))") }
    if let wanted, wanted > most { report.available = most }
    let end = wanted.map { $0 > most ? most : start + $0 } ?? most
    let width = try await domain.cpuStatisticsWidth(total: false)
    guard width > 0 else {
      report.lacksCPUs = true
      return
    }
    for first in stride(from: start, to: end, by: Self.batch) {
      let figures = try await domain.cpuStatistics(from: first, count: min(Self.batch, end - first), width: width)
      for (offset, figures) in figures.enumerated() where !figures.isEmpty { report.cpus.append((first + offset, figures)) }
    }
  }

  private func addTotal(to report: inout CPUStatsReport, of domain: Domain) async throws {
    let width = try await domain.cpuStatisticsWidth(total: true)
    guard width > 0 else {
      report.lacksTotal = true
      return
    }
    report.total = try await domain.totalCPUStatistics(width: width)
  }
}
