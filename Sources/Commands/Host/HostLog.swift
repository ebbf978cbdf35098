import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct HostLog: Command {
  static let info = CommandInfo(
    "hostlog", group: .host, abstract: "print a log of a Xen host",
    description: "Print the log of Xen's daemon xend, or the hypervisor's messages. Other hypervisors have no log to show.", ours: true)
  static let options = OptionTable<Self>(\._hypervisor)
  @Flag("hypervisor", "the hypervisor's messages in place of the daemon's log") var hypervisor

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    let log = try await explaining("failed to get the host's log") { try await connection.xenLog(hypervisor ? .hypervisor : .daemon) }
    return Outcome(Lines(log.split(separator: "\n").map(String.init), key: "line"))
  }
}
