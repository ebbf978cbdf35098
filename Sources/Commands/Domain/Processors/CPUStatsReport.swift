import Libvirt
import LibvirtProtocol
import Presentation

/// Processor time by host CPU, and the sum. Times are in nanoseconds, for people in seconds.
struct CPUStatsReport: Answer {
  /// How many CPUs there are, where more were asked for.
  var available: Int?
  var cpus: [(number: Int, figures: [TypedParameter])] = []
  /// Whether the hypervisor has none by CPU.
  var lacksCPUs = false
  var total: [TypedParameter]?
  /// Whether it has no sum.
  var lacksTotal = false

  var isEmpty: Bool { available == nil && cpus.isEmpty && !lacksCPUs && total == nil }

  func write(on page: inout Page) {
    if let available { page.line("Only \(available) CPUs available to show") }
    if lacksCPUs { page.write("No per-CPU stats available") }
    for cpu in cpus {
      page.line("CPU\(cpu.number):")
      Self.write(cpu.figures, ["cpu_time", "vcpu_time"], on: &page)
    }
    if let total {
      page.line("Total:")
      Self.write(total, ["cpu_time", "user_time", "system_time"], on: &page)
    }
    if lacksTotal { page.write("No total stats available") }
  }

  private static func write(_ figures: [TypedParameter], _ times: Set<String>, on page: inout Page) {
    for figure in figures {
      page.write("\t\(figure.field.padded(to: 12)) ")
      if case .ullong(let time) = figure.value, times.contains(figure.field) {
        let rest = "\(time % 1_000_000_000)"
        page.line("\("\(time / 1_000_000_000)".indented(to: 9)).\(String(repeating: "0", count: 9 - rest.count))\(rest) seconds")
      } else {
        page.line(figure.value.text)
      }
    }
  }

  /// A row for each CPU and one, without a number, for the sum.
  var rows: Rowset? {
    let all = cpus.map { (Int?.some($0.number), $0.figures) } + (total.map { [(nil, $0)] } ?? [])
    var keys: [String] = []
    for (_, figures) in all { for figure in figures where !keys.contains(figure.field) { keys.append(figure.field) } }
    let rows = all.map { number, figures in
      [CellValue.integer(number)] + keys.map { key in figures.first { $0.field == key }.map { CellValue($0.value) } ?? .null }
    }
    return Rowset(keys: ["cpu"] + keys, rows: rows)
  }
  var parts: [any Encodable & Sendable]? { rows?.records }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnswerKey.self)
    let records = cpus.map { cpu in
      Record(keys: ["cpu"] + cpu.figures.map(\.field), values: [.integer(cpu.number)] + cpu.figures.map { CellValue($0.value) })
    }
    try container.encode(records, forKey: AnswerKey("cpus"))
    let sum = total.map { Record(keys: $0.map(\.field), values: $0.map { CellValue($0.value) }) }
    try container.encode(sum, forKey: AnswerKey("total"))
  }
}
