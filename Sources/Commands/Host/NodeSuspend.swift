import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct NodeSuspend: Command {
  static let info = CommandInfo(
    "nodesuspend", group: .host, abstract: "put the host to sleep for a while",
    description: "Suspend the host, and have it wake up again after some seconds, 60 at least.")
  static let options = OptionTable<Self>(\._target, \._duration)
  @Option("target", "mem, disk or hybrid", .required, complete: "node-suspend-target") var target: Given<String>
  @Option("duration", "how long, in seconds", .required) var duration: Given<Int64>

  func run(in context: Context) async throws -> Outcome {
    let target = try target.required()
    let seconds = try duration.required()
    guard let target = NodeSuspendTarget.allCases.first(where: { "\($0)" == target }) else { throw CommandFailure("Invalid target") }
    guard seconds >= 0 else { throw CommandFailure("Invalid duration") }
    let connection = try await context.connection
    try await explaining("The host was not suspended") { try await connection.suspendHost(to: target, seconds: UInt64(seconds)) }
    return .done
  }
}
