import CommandLanguage
import Libvirt
import Presentation

struct CPUModels: Command {
  static let info = CommandInfo(
    "cpu-models", group: .host, abstract: "list the models of processors",
    description: "List the models of processors that libvirt knows for an architecture.")
  static let options = OptionTable<Self>(\._arch)
  @Option("arch", "the architecture, as x86_64", .required, complete: "arch") var arch: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let arch = try arch.required()
    let connection = try await context.connection
    let models = try await explaining("failed to get CPU model names") { try await connection.cpuModels(arch) }
    return Outcome(models.isEmpty ? EmptyList(note: "all CPU models are accepted", keys: ["model"]) : Lines(models, key: "model"))
  }
}
