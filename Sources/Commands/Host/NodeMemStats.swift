import CommandLanguage
import Libvirt
import Presentation

struct NodeMemStats: Command {
  static let info = CommandInfo(
    "nodememstats", group: .host, abstract: "show what the host's memory is used for",
    description: "Show how much memory the host, or one of its NUMA cells, has, and how much of it is free.")
  static let options = OptionTable<Self>(\._cell)
  @Option("cell", "the number of a NUMA cell") var cell: Given<Int32>
  /// All cells together.
  private static let all: Int32 = -1

  func run(in context: Context) async throws -> Outcome {
    let cell = try cell.value() ?? Self.all
    let connection = try await context.connection
    let count = try await explaining("Unable to get number of memory stats") { try await connection.memoryStatisticsCount(cell) }
    guard count > 0 else { return .done }
    let figures = try await explaining("Unable to get memory stats") { try await connection.memoryStatistics(cell, count: count) }
    return .fields(
      figures.map { Field($0.field, key: $0.field, .bytes(kibibytes: $0.value), text: "\("\($0.value)".indented(to: 20)) KiB") },
      layout: .aligned(7))
  }
}
