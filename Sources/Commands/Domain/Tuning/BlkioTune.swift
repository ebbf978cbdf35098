import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct BlkioTune: Command {
  static let info = CommandInfo(
    "blkiotune", group: .domain, abstract: "show or set how a domain shares the host's disks",
    description: "Show what share of the host's disks a domain has, or set it. Lists name a device and a number in turn, with commas.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(
    \._domain, \._weight, \._deviceWeights, \._deviceReadIopsSec, \._deviceWriteIopsSec, \._deviceReadBytesSec, \._deviceWriteBytesSec,
    \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("weight", "the share of all disks") var weight: Given<Int32>
  @Option("device-weights", "the shares of single devices, as /dev/sda,500") var deviceWeights: Given<String>
  @Option("device-read-iops-sec", "the most reads a second") var deviceReadIopsSec: Given<String>
  @Option("device-write-iops-sec", "the most writes a second") var deviceWriteIopsSec: Given<String>
  @Option("device-read-bytes-sec", "the most bytes to read a second") var deviceReadBytesSec: Given<String>
  @Option("device-write-bytes-sec", "the most bytes to write a second") var deviceWriteBytesSec: Given<String>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let changes = try changes()
    guard changes.isEmpty else {
      try await explaining("Unable to change blkio parameters") { try await domain.setBlkioParameters(changes, impact) }
      return .done.changed(domain, impact, in: context)
    }
    let parameters = try await domain.blkioParameters(impact).explained(
      "Unable to get number of blkio parameters", "Unable to get blkio parameters")
    return Outcome(BlkioAnswer(parameters: parameters))
  }

  private func changes() throws -> [TypedParameter] {
    var changes: [TypedParameter] = []
    if let weight = try weight.value() {
      guard weight > 0 else { throw CommandFailure("Invalid value of \(weight) for I/O weight") }
      changes.append(TypedParameter(field: "weight", value: .uint(UInt32(weight))))
    }
    let lists = [
      (deviceWeights, "device_weight"), (deviceReadIopsSec, "device_read_iops_sec"), (deviceWriteIopsSec, "device_write_iops_sec"),
      (deviceReadBytesSec, "device_read_bytes_sec"), (deviceWriteBytesSec, "device_write_bytes_sec"),
    ]
    for (option, field) in lists {
      guard let text = option.raw else { continue }
      guard !text.isEmpty else { throw CommandFailure("Unable to parse string parameter") }
      changes.append(TypedParameter(field: field, value: .string(text)))
    }
    return changes
  }
}

/// The parameters; what is set for single devices is an object by device.
private struct BlkioAnswer: Answer {
  let parameters: [TypedParameter]

  func write(on page: inout Page) { fields.write(on: &page) }
  var rows: Rowset? { fields.rows }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnswerKey.self)
    for parameter in parameters {
      let key = AnswerKey(parameter.field)
      if case .string(let list) = parameter.value, parameter.field.hasPrefix("device_"), let devices = Self.devices(list) {
        try container.encode(devices, forKey: key)
      } else {
        try container.encode(CellValue(parameter.value), forKey: key)
      }
    }
  }

  private var fields: Fields {
    Fields(parameters.map { Field($0.field, key: $0.field, CellValue($0.value), text: $0.value.text) }, layout: .aligned(15))
  }

  /// `/dev/sda,500,/dev/sdb,600`; nil for anything else.
  private static func devices(_ list: String) -> Record? {
    let words = list.split(separator: ",", omittingEmptySubsequences: false)
    if list.isEmpty { return Record(keys: [], values: []) }
    let places = stride(from: 0, to: words.count, by: 2)
    let numbers = stride(from: 1, to: words.count, by: 2).compactMap { UInt64(words[$0]) }
    guard words.count.isMultiple(of: 2), numbers.count == words.count / 2 else { return nil }
    return Record(keys: places.map { String(words[$0]) }, values: numbers.map(CellValue.uint))
  }
}
