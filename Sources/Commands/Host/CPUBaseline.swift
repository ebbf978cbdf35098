import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct CPUBaseline: Command {
  static let info = CommandInfo(
    "cpu-baseline", group: .host, abstract: "find a processor that several hosts can give",
    description: "Print, as XML, the richest processor that all those described in a file have in common.")
  static let options = OptionTable<Self>(\._file, \._features, \._migratable)
  @Option("file", "the file, which may describe several processors or hosts", .required, complete: .file) var file: Given<String>
  @Flag("features", "list the features of the model, too") var features
  @Flag("migratable", "without features that keep a guest from migrating") var migratable

  func run(in context: Context) async throws -> Outcome {
    let cpus = try await CPUDefinitions.read(try file.required())
    let connection = try await context.connection
    return .xmlAsItIs(try await connection.baselineCPU(xml: cpus, ConnectBaselineCPUFlags(features: features, migratable: migratable)))
  }
}

extension ConnectBaselineCPUFlags {
  init(features: Bool, migratable: Bool) {
    self = []
    if features { insert(.expandFeatures) }
    if migratable { insert(.migratable) }
  }
}

extension Outcome {
  /// XML that ends its last line itself.
  static func xmlAsItIs(_ text: String) -> Outcome { Outcome(Document(text, endsLine: false)) }
}
