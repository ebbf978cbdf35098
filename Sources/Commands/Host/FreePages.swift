import CommandLanguage
import Drivers
import Libvirt
import Presentation

struct FreePages: Command {
  static let info = CommandInfo(
    "freepages", group: .host, abstract: "show how many memory pages are free",
    description: "Show how many pages of a size are free in a NUMA cell, or how many of each size in each.", exclusive: [["all", "cellno"]])
  static let options = OptionTable<Self>(\._cellno, \._pagesize, \._all)
  @Option("cellno", "the number of a NUMA cell, or -1 for all of them together", complete: "cellno") var cellno: Given<Int32>
  @Option("pagesize", "the size of pages, in KiB without a unit", complete: "allocpages-pagesize")
  var pagesize: Given<CountedPageSize>
  @Flag("all", "each NUMA cell") var all

  func run(in context: Context) async throws -> Outcome {
    let size = try pagesize.value()?.size.kibibytes
    let connection = try await context.connection
    if all { return try await Self.cells(of: connection, size) }
    guard let cell = try cellno.value() else { throw CommandFailure("missing cellno argument") }
    guard cell >= -1 else { throw CommandFailure("cell number must be non-negative integer or -1") }
    guard let size else { throw CommandFailure("missing pagesize argument") }
    let counts = try await connection.freePages(ofSizes: [size], inCells: [cell])[0].get()
    return Outcome(FreePageReport(isGrouped: false, cells: [(cell, Array(zip([size], counts)))]))
  }

  private static func cells(of connection: Connection, _ size: UInt32?) async throws -> Outcome {
    let cells = try await NodeCells(of: connection)
    let sizes = try size.map { [$0] } ?? cells.pageSizes()
    let numbers = try cells.numbers { "unable to parse numa node id: \($0)" }
    var report = FreePageReport(isGrouped: true, cells: [])
    for (number, answer) in zip(numbers, await connection.freePages(ofSizes: sizes, inCells: numbers)) {
      switch answer {
      case .success(let counts): report.cells.append((number, Array(zip(sizes, counts))))
      case .failure(let error): return .failed(Diagnostic.all(of: error), answer: report.cells.isEmpty ? nil : report)
      }
    }
    return Outcome(report)
  }
}

/// Free pages by NUMA cell and size.
private struct FreePageReport: Answer {
  let isGrouped: Bool
  var cells: [(number: Int32, pages: [(kibibytes: UInt32, free: UInt64)])]

  func write(on page: inout Page) {
    for cell in cells {
      if isGrouped { page.line("Node \(cell.number):") }
      for pages in cell.pages { page.line("\(pages.kibibytes)KiB: \(Int64(bitPattern: pages.free))") }
      if isGrouped { page.line() }
    }
  }

  var rows: Rowset? {
    Rowset(
      keys: ["cell", "pageSize", "free"],
      rows: cells.flatMap { cell in
        cell.pages.map { [.integer(cell.number), .bytes(kibibytes: UInt64($0.kibibytes)), .uint($0.free)] }
      })
  }
  var parts: [any Encodable & Sendable]? { rows?.records }
  func encode(to encoder: any Encoder) throws { try rows?.records.encode(to: encoder) }
}
