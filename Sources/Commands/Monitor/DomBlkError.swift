import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomBlkError: Command {
  static let info = CommandInfo(
    "domblkerror", group: .monitor, abstract: "list the disks that failed",
    description: "List the disks of a running domain that have met an error, with what is wrong with each.")
  static let options = OptionTable<Self>(\._domain)
  @Option(domain: "domain-active") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    Outcome(DiskErrors(errors: try await context.domain(domain).diskErrors()))
  }

  private struct DiskErrors: Answer {
    let errors: [DomainDiskError]

    func write(on page: inout Page) {
      if errors.isEmpty { page.line("No errors found") }
      for error in errors { page.line("\(error.disk): \(error.name)") }
    }
    var rows: Rowset? { Rowset(keys: ["target", "error"], rows: errors.map { [.string($0.disk), .string($0.name)] }) }
    var names: [String]? { errors.map(\.disk) }
    var parts: [any Encodable & Sendable]? { rows?.records }
    func encode(to encoder: any Encoder) throws { try rows?.records.encode(to: encoder) }
  }
}

extension DomainDiskError {
  /// The error in virsh's words.
  fileprivate var name: String {
    switch DomainDiskErrorCode(rawValue: error) {
    case .some(.none): "no error"
    case .unspec: "unspecified error"
    case .noSpace: "no space"
    case nil: "unknown error"
    }
  }
}
