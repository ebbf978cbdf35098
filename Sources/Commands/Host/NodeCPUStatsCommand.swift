import CommandLanguage
import Libvirt
import Presentation

struct NodeCPUStatsCommand: Command {
  static let info = CommandInfo(
    "nodecpustats", group: .host, abstract: "show what the host's processors do",
    description: "Show how much time the host's processors, or one of them, spent on what since it started; with --percent within a second."
  )
  static let options = OptionTable<Self>(\._cpu, \._percent)
  @Option("cpu", "the number of a processor", complete: "node-cpu") var cpu: Given<Int32>
  @Flag("percent", "in percent of a second that is looked at now") var percent
  /// All processors together.
  private static let all: Int32 = -1

  func run(in context: Context) async throws -> Outcome {
    let cpu = try cpu.value() ?? Self.all
    let connection = try await context.connection
    let count = try await explaining("Unable to get number of cpu stats") { try await connection.cpuStatisticsCount(cpu) }
    guard count > 0 else { return .done }
    func look() async throws -> NodeCPUTimes {
      NodeCPUTimes(try await explaining("Unable to get node cpu stats") { try await connection.cpuStatistics(cpu, count: count) })
    }
    let before = try await look()
    guard percent else { return .fields(before.fields()) }
    if let usage = before.usage {
      let idle = 100 &- usage
      return .fields([
        Field("usage", key: "usage", .uint(usage), text: "\("\(usage)".indented(to: 5))%"),
        Field("idle", key: "idle", .uint(idle), text: "\("\(idle)".indented(to: 5))%"),
      ])
    }
    try await Task.sleep(for: .seconds(1))
    return .fields(try await look().shares(since: before, nothing: context.dialect == .virsh ? "-nan" : "-"))
  }
}
