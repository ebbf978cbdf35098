import CommandLanguage
import Libvirt
import Presentation

struct DomState: Command {
  static let info = CommandInfo(
    "domstate", group: .monitor, abstract: "print a domain's state", description: "Print the state of a domain, in English in every locale."
  )
  static let options = OptionTable<Self>(\._domain, \._reason)
  @Option(domain: "domain") var domain: Given<String>
  @Flag("reason", "print the reason as well") var reason

  func run(in context: Context) async throws -> Outcome {
    let state = try await context.domain(domain).state()
    return Outcome(StateAnswer(state: state.name, role: state.role, reason: reason ? state.reasonName : nil))
  }

  private struct StateAnswer: Answer {
    let state: String
    let role: TextRole?
    let reason: String?

    func write(on page: inout Page) {
      page.write(state, as: role)
      page.line(reason.map { " (\($0))" } ?? "")
    }
    var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
    func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }

    private var record: Record {
      Record(keys: ["state"] + (reason == nil ? [] : ["reason"]), values: [.string(state)] + (reason.map { [.string($0)] } ?? []))
    }
  }
}
