import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomControl: Command {
  static let info = CommandInfo(
    "domcontrol", group: .monitor, abstract: "tell whether a domain's hypervisor process answers",
    description: "Tell whether the process of a running domain can be talked to, and for how long not.")
  static let options = OptionTable<Self>(\._domain)
  @Option(domain: "domain-active") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome { Outcome(ControlAnswer(control: try await context.domain(domain).control())) }

  private struct ControlAnswer: Answer {
    let control: DomainControlInfo

    func write(on page: inout Page) {
      let since = " (\(fixedPoint(Double(control.stateTime) / 1000, decimals: 3))s)"
      switch DomainControlState(rawValue: Int32(bitPattern: control.state)) {
      case .ok: page.line(control.stateName)
      case .error: page.line(control.stateName + (control.reasonName.map { ": \($0)" + since } ?? ""))
      default: page.line(control.stateName + since)
      }
    }
    var rows: Rowset? { Rowset(keys: record.keys, rows: [record.values]) }
    func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }

    private var record: Record {
      Record(
        keys: ["state", "reason", "stateSeconds"],
        values: [.string(control.stateName), .string(orNull: control.reasonName), .double(Double(control.stateTime) / 1000)])
    }
  }
}

extension DomainControlInfo {
  /// The state in virsh's words.
  fileprivate var stateName: String {
    switch DomainControlState(rawValue: Int32(bitPattern: state)) {
    case .ok: "ok"
    case .job: "background job"
    case .occupied: "occupied"
    case .error: "error"
    case nil: "unknown"
    }
  }

  /// Why it cannot be talked to, in virsh's words; nil where there is nothing to say.
  fileprivate var reasonName: String? {
    guard details > 0 else { return nil }
    return switch DomainControlErrorReason(rawValue: Int32(bitPattern: details)) {
    case .monitor: "monitor failure"
    case .internal: "internal (locking) error"
    default: "unknown"
    }
  }
}
