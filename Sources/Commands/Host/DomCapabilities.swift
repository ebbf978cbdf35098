import CommandLanguage
import Libvirt
import Presentation

struct DomCapabilities: Command {
  static let info = CommandInfo(
    "domcapabilities", group: .host, abstract: "print what guests can have",
    description: "Print what a hypervisor of the host can give its guests, as XML.")
  static let options = OptionTable<Self>(\._virttype, \._emulatorbin, \._arch, \._machine)
  @Option("virttype", "kvm, qemu, ...", complete: "domain-virt-type") var virttype: Given<String>
  @Option("emulatorbin", "the path of the emulator") var emulatorbin: Given<String>
  @Option("arch", "the architecture", complete: "arch") var arch: Given<String>
  @Option("machine", "the type of machine") var machine: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let choice = HypervisorChoice(
      type: try virttype.value(), emulator: try emulatorbin.value(), architecture: try arch.value(), machine: try machine.value())
    let connection = try await context.connection
    return .xml(try await explaining("failed to get emulator capabilities") { try await connection.domainCapabilities(choice) })
  }
}
