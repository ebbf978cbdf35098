import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomMemStat: Command {
  static let info = CommandInfo(
    "dommemstat", group: .monitor, abstract: "show a guest's memory",
    description: "Show what a running guest's balloon tells of its memory, in KiB; or set how often it tells.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._period, \._config, \._live, \._current)
  @Option(domain: "domain-active") var domain: Given<String>
  @Option("period", "let the balloon tell every so many seconds; 0 for not at all", positional: false) var period: Given<Int32>
  @Flag("config", "the period of the next start") var config
  @Flag("live", "the period of the running domain") var live
  @Flag("current", "the period of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let name = try self.domain.required()
    let domain = try await context.domain(domain)
    if let period = try period.value() {
      guard period >= 0 else { throw CommandFailure("Invalid collection period value '\(period)'") }
      let impact = try await impact(on: domain)
      try await explaining("Unable to change balloon collection period.") {
        try await domain.setMemoryStatisticsPeriod(seconds: period, impact)
      }
      return .done
    }
    let statistics = try await explaining("Failed to get memory statistics for domain \(name)") {
      try await domain.memoryStatistics()
    }
    return Outcome(Counters(statistics.compactMap(Self.counter)))
  }

  private func impact(on domain: Domain) async throws -> DomainModificationImpact {
    if let impact = DomainModificationImpact(config: config, live: live, current: current) { return impact }
    return (try? await domain.isActive()) == true ? .live : []
  }

  /// A figure as virsh names it; amounts are bytes for programs, as everywhere. A figure without a name is left out.
  private static func counter(_ statistic: DomainMemoryStat) -> Counters.Counter? {
    func amount(_ key: String) -> Counters.Counter {
      Counters.Counter(key: key, value: .bytes(kibibytes: statistic.val), text: "\(statistic.val)")
    }
    func count(_ key: String) -> Counters.Counter { Counters.Counter(key: key, value: .uint(statistic.val)) }
    return switch DomainMemoryStatTag(rawValue: statistic.tag) {
    case .swapIn: amount("swap_in")
    case .swapOut: amount("swap_out")
    case .majorFault: count("major_fault")
    case .minorFault: count("minor_fault")
    case .unused: amount("unused")
    case .available: amount("available")
    case .usable: amount("usable")
    case .actualBalloon: amount("actual")
    case .rss: amount("rss")
    case .lastUpdate: count("last_update")
    case .diskCaches: amount("disk_caches")
    case .hugetlbPgalloc: count("hugetlb_pgalloc")
    case .hugetlbPgfail: count("hugetlb_pgfail")
    case nil: nil
    }
  }
}
