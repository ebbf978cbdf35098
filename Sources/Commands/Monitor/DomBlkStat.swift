import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomBlkStat: Command {
  static let info = CommandInfo(
    "domblkstat", group: .monitor, abstract: "show what a disk has done",
    description: "Show the reads, writes and flushes of a running domain's disk; without a disk, of all together where that is known.")
  static let options = OptionTable<Self>(\._domain, \._device, \._human)
  @Option(domain: "domain-active") var domain: Given<String>
  @Option("device", "the disk, by target or source", emptyOK: true, complete: "domain-disk-target") var device: Given<String>
  @Flag("human", "say in words what is counted") var human

  func run(in context: Context) async throws -> Outcome {
    let name = try self.domain.required()
    let domain = try await context.domain(domain)
    let device = try device.value() ?? ""
    let counters = try await counters(of: device, domain, name)
    return Outcome(Counters(counters, subject: ("device", device), isHuman: human))
  }

  private func counters(of device: String, _ domain: Domain, _ name: String) async throws -> [Counters.Counter] {
    do {
      let parameters = try await domain.blockStatistics(device)
      let known = Self.fields.compactMap { field in
        parameters.first { $0.field == field.name }.map { counter(field, CellValue($0.value), text: $0.value.text) }
      }
      let others = parameters.filter { parameter in !Self.fields.contains { $0.name == parameter.field } }
      return known + others.map { Counters.Counter(key: $0.field, value: CellValue($0.value), text: $0.value.text) }
    } catch let error as LibvirtError where error.isUnsupported {
      let statistics = try await explaining("Failed to get block stats \(name) \(device)") {
        try await domain.olderBlockStatistics(device)
      }
      let values = [statistics.rdReq, statistics.rdBytes, statistics.wrReq, statistics.wrBytes, statistics.errs]
      return zip(Self.fields, values).filter { $1 >= 0 }.map { counter($0, .int($1), text: nil) }
    }
  }

  private func counter(_ field: FieldWords, _ value: CellValue, text: String?) -> Counters.Counter {
    Counters.Counter(key: field.key, label: human ? field.words : nil, value: value, text: text)
  }

  private typealias FieldWords = (name: String, key: String, words: String)

  /// libvirt's name of each counter, virsh's, and virsh's words for it, in virsh's order. The first five are those of the older call.
  private static let fields: [FieldWords] = [
    ("rd_operations", "rd_req", "number of read operations:"), ("rd_bytes", "rd_bytes", "number of bytes read:"),
    ("wr_operations", "wr_req", "number of write operations:"), ("wr_bytes", "wr_bytes", "number of bytes written:"),
    ("errs", "errs", "error count:"), ("flush_operations", "flush_operations", "number of flush operations:"),
    ("rd_total_times", "rd_total_times", "total duration of reads (ns):"),
    ("wr_total_times", "wr_total_times", "total duration of writes (ns):"),
    ("flush_total_times", "flush_total_times", "total duration of flushes (ns):"),
  ]
}
