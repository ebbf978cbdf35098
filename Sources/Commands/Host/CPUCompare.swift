import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct CPUCompare: Command {
  static let info = CommandInfo(
    "cpu-compare", group: .host, abstract: "compare a processor with the host's",
    description: "Compare the processor that a file describes as XML with the host's own.")
  static let options = OptionTable<Self>(\._file, \._error, \._validate)
  @Option("file", "the file, which may describe a domain or a host", .required, complete: .file) var file: Given<String>
  @Flag("error", "say why they do not fit") var error
  @Flag("validate", "check the XML against its schema") var validate

  func run(in context: Context) async throws -> Outcome {
    let file = try file.required()
    let cpu = try await CPUDefinitions.read(file)[0]
    let flags = ConnectCompareCPUFlags(error: error, validate: validate)
    let connection = try await context.connection
    let sentence = "Failed to compare host CPU with \(file)"
    switch try await explaining(sentence, { try await connection.compareCPU(xml: cpu, flags) }) {
    case .incompatible: return .compared("CPU described in \(file) is incompatible with host CPU", "incompatible", fits: false)
    case .identical: return .compared("CPU described in \(file) is identical to host CPU", "identical")
    case .superset: return .compared("Host CPU is a superset of CPU described in \(file)", "superset")
    case .error: throw CommandFailure(sentence)
    }
  }
}

extension ConnectCompareCPUFlags {
  init(error: Bool, validate: Bool) {
    self = []
    if error { insert(.failIncompatible) }
    if validate { insert(.validateXml) }
  }
}

extension Outcome {
  /// How two processors compare.
  static func compared(_ text: String, _ result: CellValue, fits: Bool = true) -> Outcome {
    Outcome(Message(text, fields: ["result": result]), succeeded: fits)
  }
}
