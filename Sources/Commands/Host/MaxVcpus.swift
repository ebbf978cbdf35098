import CommandLanguage
import Libvirt
import Presentation
import XMLTree

struct MaxVcpus: Command {
  static let info = CommandInfo(
    "maxvcpus", group: .host, abstract: "print the most processors a guest may have",
    description: "Print the most processors that a guest of the hypervisor, or of one of its types, may have.")
  static let options = OptionTable<Self>(\._type)
  @Option("type", "kvm, qemu, ...", complete: "domain-virt-type") var type: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let type = try type.value()
    let connection = try await context.connection
    let most: Int
    if let told = try? await connection.domainCapabilities(HypervisorChoice(type: type)), let number = Self.most(told) {
      most = number
    } else {
      most = try await connection.maxVcpus(type)
    }
    return Outcome(Labelled("\(most)", ["maxVcpus": .integer(most)]))
  }

  private static func most(_ xml: String) -> Int? {
    let document = try? XMLDocument(xml, source: "(domainCapabilities)")
    return document?.root[child: "vcpu"]?[attribute: "max"].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}
