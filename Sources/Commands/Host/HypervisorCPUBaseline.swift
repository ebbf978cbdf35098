import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct HypervisorCPUBaseline: Command {
  static let info = CommandInfo(
    "hypervisor-cpu-baseline", group: .host, abstract: "find a processor that a hypervisor can give on several hosts",
    description: "Print, as XML, the richest processor that all those described in a file have in common and that a hypervisor can give.",
    exclusive: [["file", "model"]])
  static let options = OptionTable<Self>(
    \._file, \._virttype, \._emulator, \._arch, \._machine, \._features, \._migratable, \._model)
  @Option("file", "the file, which may describe several processors or hosts", complete: .file) var file: Given<String>
  @Option("virttype", "kvm, qemu, ...", complete: "domain-virt-type") var virttype: Given<String>
  @Option("emulator", "the path of the emulator") var emulator: Given<String>
  @Option("arch", "the architecture", complete: "arch") var arch: Given<String>
  @Option("machine", "the type of machine") var machine: Given<String>
  @Flag("features", "list the features of the model, too") var features
  @Flag("migratable", "without features that keep a guest from migrating") var migratable
  @Option("model", "a model in place of a file", complete: "cpu-model") var model: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let choice = HypervisorChoice(
      type: try virttype.value(), emulator: try emulator.value(), architecture: try arch.value(), machine: try machine.value())
    let file = try file.value()
    let model = try model.value()
    let cpus: [String]
    if let file {
      cpus = try await CPUDefinitions.read(file)
    } else if let model {
      // virsh takes the name as it is.
      cpus = ["<cpu><model>\(context.dialect == .virsh ? model : model.escapedForXML)</model></cpu>"]
    } else {
      throw CommandFailure("Either --file or --model must be provided")
    }
    let connection = try await context.connection
    let flags = ConnectBaselineCPUFlags(features: features, migratable: migratable)
    return .xmlAsItIs(try await connection.baselineCPU(xml: cpus, on: choice, flags))
  }
}
