import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct IOThreadSet: Command {
  static let info = CommandInfo(
    "iothreadset", group: .domain, abstract: "tune an I/O thread of a domain",
    description: "Change how long an I/O thread looks out for work before it sleeps, and how many threads help it.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(
    \._domain, \._id, \._pollMaxNs, \._pollGrow, \._pollShrink, \._threadPoolMin, \._threadPoolMax, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("id", "the thread's number", .required, complete: "domain-io-thread-id") var id: Given<Int32>
  @Option("poll-max-ns", "the longest it looks out, in nanoseconds") var pollMaxNs: Given<UInt64>
  @Option("poll-grow", "by what factor that time grows") var pollGrow: Given<UInt32>
  @Option("poll-shrink", "by what divisor that time shrinks") var pollShrink: Given<UInt32>
  @Option("thread-pool-min", "the fewest threads that help it") var threadPoolMin: Given<Int32>
  @Option("thread-pool-max", "the most threads that help it") var threadPoolMax: Given<Int32>
  @Flag("config", "for the next start") var config
  @Flag("live", "in the running domain") var live
  @Flag("current", "in whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let id = try id.ioThread()
    let values: [(String, TypedParameterValue?)] = [
      ("poll_max_ns", try pollMaxNs.value().map { .ullong($0) }), ("poll_grow", try pollGrow.value().map { .uint($0) }),
      ("poll_shrink", try pollShrink.value().map { .uint($0) }), ("thread_pool_min", try threadPoolMin.value().map { .int($0) }),
      ("thread_pool_max", try threadPoolMax.value().map { .int($0) }),
    ]
    let parameters = values.compactMap { field, value in value.map { TypedParameter(field: field, value: $0) } }
    guard !parameters.isEmpty else { throw CommandFailure("Not enough arguments passed, nothing to set") }
    try await domain.setIOThread(id, parameters, impact)
    return .done.changed(domain, impact, in: context)
  }
}
