import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct HypervisorCPUCompare: Command {
  static let info = CommandInfo(
    "hypervisor-cpu-compare", group: .host, abstract: "compare a processor with what a hypervisor can give",
    description: "Compare the processor that a file describes as XML with what a hypervisor of the host can give its guests.")
  static let options = OptionTable<Self>(\._file, \._virttype, \._emulator, \._arch, \._machine, \._error, \._validate)
  @Option("file", "the file, which may describe a domain or a host", .required, complete: .file) var file: Given<String>
  @Option("virttype", "kvm, qemu, ...", complete: "domain-virt-type") var virttype: Given<String>
  @Option("emulator", "the path of the emulator") var emulator: Given<String>
  @Option("arch", "the architecture", complete: "arch") var arch: Given<String>
  @Option("machine", "the type of machine") var machine: Given<String>
  @Flag("error", "say why they do not fit") var error
  @Flag("validate", "check the XML against its schema") var validate

  func run(in context: Context) async throws -> Outcome {
    let file = try file.required()
    let choice = HypervisorChoice(
      type: try virttype.value(), emulator: try emulator.value(), architecture: try arch.value(), machine: try machine.value())
    let cpu = try await CPUDefinitions.read(file)[0]
    let flags = ConnectCompareCPUFlags(error: error, validate: validate)
    let connection = try await context.connection
    let sentence = "Failed to compare hypervisor CPU with \(file)"
    switch try await explaining(sentence, { try await connection.compareCPU(xml: cpu, with: choice, flags) }) {
    case .incompatible:
      return .compared(
        "CPU described in \(file) is incompatible with the CPU provided by hypervisor on the host", "incompatible", fits: false)
    case .identical:
      return .compared("CPU described in \(file) is identical to the CPU provided by hypervisor on the host", "identical")
    case .superset:
      return .compared("The CPU provided by hypervisor on the host is a superset of CPU described in \(file)", "superset")
    case .error: throw CommandFailure(sentence)
    }
  }
}
