import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct NodeMemoryTune: Command {
  static let info = CommandInfo(
    "node-memory-tune", group: .host, abstract: "show or set how the host shares memory pages",
    description: "Show how the host finds and shares memory pages that are alike, or set it.")
  static let options = OptionTable<Self>(\._pages, \._sleep, \._merge)
  @Option("shm-pages-to-scan", "how many pages are looked at before the next sleep") var pages: Given<UInt32>
  @Option("shm-sleep-millisecs", "how long that sleep is, in milliseconds") var sleep: Given<UInt32>
  @Option("shm-merge-across-nodes", "whether pages of different NUMA cells are shared: 1 or 0") var merge: Given<UInt32>

  func run(in context: Context) async throws -> Outcome {
    let options = [(pages, "shm_pages_to_scan"), (sleep, "shm_sleep_millisecs"), (merge, "shm_merge_across_nodes")]
    let changes = try options.compactMap { option, field in
      try option.value().map { TypedParameter(field: field, value: .uint($0)) }
    }
    let connection = try await context.connection
    guard changes.isEmpty else {
      try await explaining("Unable to change memory parameters") { try await connection.setMemoryParameters(changes) }
      return .done
    }
    let parameters = try await connection.memoryParameters().explained(
      "Unable to get number of memory parameters", "Unable to get memory parameters")
    return parameters.isEmpty ? .done : Outcome(SharedMemory(parameters: parameters))
  }
}

/// How the host shares memory pages.
private struct SharedMemory: Answer {
  let parameters: [TypedParameter]

  func write(on page: inout Page) {
    page.line("Shared memory:")
    for parameter in parameters { page.line("\t\(parameter.field.padded(to: 15)) \(parameter.value.text)") }
  }

  var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
  func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
  private var record: Record { Record(keys: parameters.map(\.field), values: parameters.map { CellValue($0.value) }) }
}
