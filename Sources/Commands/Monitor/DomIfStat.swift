import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomIfStat: Command {
  static let info = CommandInfo(
    "domifstat", group: .monitor, abstract: "show what a network interface has done",
    description: "Show what a running domain's interface has received and sent.")
  static let options = OptionTable<Self>(\._domain, \._interface)
  @Option(domain: "domain-active") var domain: Given<String>
  @Option("interface", "the interface, by its name on the host or its MAC address", .required, complete: "domain-interface")
  var interface: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let name = try self.domain.required()
    let domain = try await context.domain(domain)
    let interface = try interface.required()
    let statistics = try await explaining("Failed to get interface stats \(name) \(interface)") {
      try await domain.interfaceStatistics(interface)
    }
    let counters: [(String, Int64)] = [
      ("rx_bytes", statistics.rxBytes), ("rx_packets", statistics.rxPackets), ("rx_errs", statistics.rxErrs),
      ("rx_drop", statistics.rxDrop), ("tx_bytes", statistics.txBytes), ("tx_packets", statistics.txPackets),
      ("tx_errs", statistics.txErrs), ("tx_drop", statistics.txDrop),
    ]
    // What is not counted is left out.
    let shown = counters.filter { $0.1 >= 0 }.map { Counters.Counter(key: $0.0, value: .int($0.1)) }
    return Outcome(Counters(shown, subject: ("interface", interface)))
  }
}
