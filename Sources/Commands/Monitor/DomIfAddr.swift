import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomIfAddr: Command {
  static let info = CommandInfo(
    "domifaddr", group: .monitor, abstract: "list a guest's network addresses",
    description: "List the addresses of a running guest, as the host's DHCP leases, the guest's agent or the host's ARP table know them.")
  static let options = OptionTable<Self>(\._domain, \._interface, \._full, \._source)
  @Option(domain: "domain-active") var domain: Given<String>
  @Option("interface", "only this interface, by its name", complete: "domain-interface") var interface: Given<String>
  @Flag("full", "repeat names and MAC addresses on each line") var full
  @Option("source", "whom to ask: lease, agent or arp", complete: "domain-interface-addr-source") var source: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let wanted = try interface.value()
    let name = try source.value()
    guard let source = name.map(DomainInterfaceAddressesSource.init(name:)) ?? .lease else {
      throw CommandFailure("Unknown data source '\(name ?? "")'")
    }
    let domain = try await context.domain(domain)
    let interfaces = try await explaining("Failed to query for interfaces addresses") { try await domain.addresses(from: source) }
    return Outcome(InterfaceAddresses(interfaces.filter { wanted == nil || $0.name == wanted }, repeatsNames: full))
  }
}

/// Interfaces with their addresses, in columns of fixed width as virsh sets them.
private struct InterfaceAddresses: Answer {
  private struct Row {
    let interface: DomainInterface
    let address: DomainIPAddress?
    let isFirst: Bool
  }

  private let lines: [Row]
  private let repeatsNames: Bool

  init(_ interfaces: [DomainInterface], repeatsNames: Bool) {
    self.repeatsNames = repeatsNames
    lines = interfaces.flatMap { interface in
      interface.addrs.isEmpty
        ? [Row(interface: interface, address: nil, isFirst: true)]
        : interface.addrs.enumerated().map { Row(interface: interface, address: $1, isFirst: $0 == 0) }
    }
  }

  func write(on page: inout Page) {
    page.line(" Name       MAC address          Protocol     Address", .extra)
    page.line(String(repeating: "-", count: 79), .extra)
    for row in lines {
      let isNamed = row.isFirst || repeatsNames
      let name = isNamed ? row.interface.name : "-"
      let mac = isNamed ? row.interface.hwaddr ?? "" : "-"
      page.write(" \(name.padded(to: 10)) \(mac.padded(to: 17))    ")
      page.line("\((row.address?.protocolName ?? "N/A").padded(to: 12)) \(row.address.map { "\($0.addr)/\($0.prefix)" } ?? "N/A")")
    }
  }

  var rows: Rowset? {
    Rowset(
      keys: ["interface", "mac", "protocol", "address", "prefix"],
      rows: lines.map { row in
        [
          .string(row.interface.name), .string(orNull: row.interface.hwaddr), .string(orNull: row.address?.protocolName),
          .string(orNull: row.address?.addr), .integer(row.address?.prefix),
        ]
      })
  }
  var names: [String]? { lines.compactMap { $0.address?.addr } }
  var parts: [any Encodable & Sendable]? { rows?.records }
  func encode(to encoder: any Encoder) throws { try rows?.records.encode(to: encoder) }
}

extension DomainIPAddress {
  fileprivate var protocolName: String {
    switch IPAddressType(rawValue: type) {
    case .ipv4: "ipv4"
    case .ipv6: "ipv6"
    case nil: ""
    }
  }
}
