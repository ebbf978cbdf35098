import CommandLanguage
import Libvirt
import Presentation

struct SysInfo: Command {
  static let info = CommandInfo(
    "sysinfo", group: .host, abstract: "print what the firmware says of the host",
    description: "Print what the firmware says of the host's board, processors and memory, as XML.")
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    return Outcome(Document(try await explaining("failed to get sysinfo") { try await connection.systemInformation() }, endsLine: false))
  }
}
