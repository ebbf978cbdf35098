import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct AllocPages: Command {
  static let info = CommandInfo(
    "allocpages", group: .host, abstract: "set aside huge pages of memory",
    description: "Set how many huge pages of a size the host keeps, altogether or in its NUMA cells.", exclusive: [["all", "cellno"]])
  static let options = OptionTable<Self>(\._pagesize, \._pagecount, \._cellno, \._add, \._all)
  @Option("pagesize", "the size of pages, in KiB without a unit", .required, complete: "allocpages-pagesize")
  var pagesize: Given<PageSize>
  @Option("pagecount", "how many there shall be", .required) var pagecount: Given<UInt64>
  @Option("cellno", "the number of a NUMA cell", complete: "cellno") var cellno: Given<Int32>
  @Flag("add", "that many more than there are") var add
  @Flag("all", "in each NUMA cell") var all

  func run(in context: Context) async throws -> Outcome {
    let cell = try cellno.value()
    let size = try pagesize.required().kibibytes
    let count = try pagecount.required()
    let connection = try await context.connection
    let cells = all ? try await NodeCells(of: connection).numbers { "unable to parse numa node id: \($0)" } : [cell ?? -1]
    for cell in cells { try await connection.allocatePages(ofSize: size, count: count, inCell: cell, add ? .add : .set) }
    return .done
  }
}
