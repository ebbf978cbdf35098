import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct VcpuCount: Command {
  static let info = CommandInfo(
    "vcpucount", group: .domain, abstract: "count a guest's processors",
    description: "Show how many processors a guest has and may have, now and after its next start; with options, one of these numbers.",
    exclusive: [["live", "config"]])
  static let options = OptionTable<Self>(\._domain, \._maximum, \._active, \._live, \._config, \._current, \._guest)

  @Option(domain: "domain") var domain: Given<String>
  @Flag("maximum", "the most that the guest may have") var maximum
  @Flag("active", "those that are in use") var active
  @Flag("live", "of the running domain") var live
  @Flag("config", "of the next start") var config
  @Flag("current", "of whichever of the two is current") var current
  @Flag("guest", "those that the guest itself uses, by its agent") var guest

  func run(in context: Context) async throws -> Outcome {
    try checkExclusive()
    let domain = try await context.domain(domain)
    guard maximum || active || live || config || current || guest else { return try await all(of: domain, in: context.dialect) }
    var flags: DomainVcpuFlags = []
    if config { flags.insert(.config) }
    if live { flags.insert(.live) }
    if maximum { flags.insert(.maximum) }
    if guest { flags.insert(.guest) }
    let count: Int
    do { count = try await domain.vcpuCount(flags) } catch { count = try await domain.vcpuCount(flags, after: error, in: context.dialect) }
    return .value("\(count)", as: "count", .integer(count), on: domain)
  }

  /// What excludes each other beside `info`, in virsh's order. Alone, `--current` is an old word for `--active` and gets along with all.
  private func checkExclusive() throws(UsageError) {
    let current = current && (maximum || active)
    let pairs = [
      ("current", current, "live", live), ("current", current, "config", config), ("active", active, "maximum", maximum),
      ("guest", guest, "config", config),
    ]
    for (one, isOne, other, isOther) in pairs where isOne && isOther {
      throw UsageError("Options --\(one) and --\(other) are mutually exclusive")
    }
  }

  private func all(of domain: Domain, in dialect: Dialect) async throws -> Outcome {
    let questions: [DomainVcpuFlags] = [[.maximum, .config], [.maximum, .live], .config, .live]
    let answer = await domain.vcpuCounts(questions)
    var counts: [Int?] = []
    for (flags, count) in zip(questions, answer.counts) {
      guard flags.contains(.live) ? answer.isActive : answer.isPersistent else {
        counts.append(nil)
        continue
      }
      switch count {
      case .success(let count): counts.append(count)
      case .failure(let error): counts.append(try await domain.vcpuCount(flags, after: error, in: dialect))
      }
    }
    return Outcome(VcpuCounts(counts: counts))
  }
}

/// The four numbers, as far as the domain has them.
private struct VcpuCounts: Answer {
  private static let names = [("maximum", "config"), ("maximum", "live"), ("current", "config"), ("current", "live")]
  private static let keys = ["maximumConfig", "maximumLive", "currentConfig", "currentLive"]
  let counts: [Int?]

  func write(on page: inout Page) {
    for (name, count) in zip(Self.names, counts) {
      guard let count, count > 0 else { continue }
      page.line("\(name.0.padded(to: 12)) \(name.1.padded(to: 12)) \("\(count)".indented(to: 3))")
    }
  }

  var rows: Rowset? { Rowset(keys: Self.keys, rows: [record.values]) }
  func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
  private var record: Record { Record(keys: Self.keys, values: counts.map { .integer($0) }) }
}
