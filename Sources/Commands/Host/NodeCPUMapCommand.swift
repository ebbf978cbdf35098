import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct NodeCPUMapCommand: Command {
  static let info = CommandInfo(
    "nodecpumap", group: .host, abstract: "show which of the host's processors are online",
    description: "Show how many processors the host has, and which of them are online.")
  static let options = OptionTable<Self>(\._pretty)
  @Flag("pretty", "write them as a list of numbers") var pretty

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    let map = try await explaining("Unable to get cpu map") { try await connection.cpuMap() }
    let cpus = CPUSet(map: map.cpumap.bytes)
    let count = min(max(0, Int(map.ret)), CPUSet.limit)
    return .fields([
      Field("CPUs present", key: "present", .integer(map.ret)), Field("CPUs online", key: "online", .integer(map.online)),
      Field("CPU map", key: "cpus", cpus.cell, text: pretty ? "\(cpus)" : cpus.letters(of: count)),
    ])
  }
}
