import CommandLanguage
import Drivers
import Libvirt
import Presentation

struct FreeCell: Command {
  static let info = CommandInfo(
    "freecell", group: .host, abstract: "show how much memory is free",
    description: "Show how much of the host's memory is free, altogether or in its NUMA cells.", exclusive: [["all", "cellno"]])
  static let options = OptionTable<Self>(\._cellno, \._all)
  @Option("cellno", "the number of a NUMA cell", complete: "cellno") var cellno: Given<Int32>
  @Flag("all", "each NUMA cell, and the sum") var all

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    if all { return try await Self.cells(of: connection) }
    if let cell = try cellno.value() {
      let free = try await connection.freeMemory(ofCell: cell)
      return Outcome(FreeMemory(cells: [(cell, free)], sum: nil, isTable: false))
    }
    return Outcome(FreeMemory(cells: [], sum: try await connection.freeMemory(), isTable: false))
  }

  private static func cells(of connection: Connection) async throws -> Outcome {
    let numbers = try await NodeCells(of: connection).numbers { _ in "conversion from string failed" }
    var cells: [(Int32, UInt64)] = []
    for (number, answer) in zip(numbers, await connection.freeMemory(ofCells: numbers)) {
      cells.append((number, try await explaining("failed to get free memory for NUMA node number: \(number)") { try answer.get() }))
    }
    return Outcome(FreeMemory(cells: cells, sum: cells.reduce(0) { $0 &+ $1.1 }, isTable: true))
  }
}

/// Free memory by NUMA cell, and the sum, in bytes; for people in KiB.
private struct FreeMemory: Answer {
  let cells: [(number: Int32, free: UInt64)]
  let sum: UInt64?
  /// Whether the lines stand below each other.
  let isTable: Bool

  func write(on page: inout Page) {
    func line(_ name: String, _ bytes: UInt64, _ presence: Presence = .always) {
      let amount = "\(bytes / 1024)"
      page.line(isTable ? "\(name.indented(to: 5)): \(amount.indented(to: 10)) KiB" : "\(name): \(amount) KiB", presence)
    }
    for cell in cells { line("\(cell.number)", cell.free) }
    if isTable { page.line(String(repeating: "-", count: 20), .extra) }
    if let sum { line("Total", sum, isTable ? .extra : .always) }
  }

  /// A row for each cell and one, without a number, for the sum.
  var rows: Rowset? {
    let cells = cells.map { [CellValue.integer($0.number), .uint($0.free)] }
    return Rowset(keys: ["cell", "free"], rows: cells + (sum.map { [[.null, .uint($0)]] } ?? []))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnswerKey.self)
    if !cells.isEmpty || isTable {
      let records = cells.map { Record(keys: ["cell", "free"], values: [.integer($0.number), .uint($0.free)]) }
      try container.encode(records, forKey: AnswerKey("cells"))
    }
    try container.encodeIfPresent(sum, forKey: AnswerKey("total"))
  }
}
