import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct DomBlkInfo: Command {
  static let info = CommandInfo(
    "domblkinfo", group: .monitor, abstract: "show the size of a domain's disk",
    description: "Show what the guest sees of a disk (capacity), what its image occupies (allocation) and how long that is (physical).",
    exclusive: [["all", "device"]])
  static let options = OptionTable<Self>(\._domain, \._device, \._human, \._all)
  @Option(domain: "domain") var domain: Given<String>
  @Option("device", "the disk, by target or source", complete: "domain-disk-target") var device: Given<String>
  @Flag("human", "print sizes with units") var human
  @Flag("all", "every disk of the domain, as a table") var all

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    if all { return try await everyDisk(of: domain) }
    guard let device = device.raw, !device.isEmpty else { throw CommandFailure("command 'domblkinfo' requires <device> option") }
    let info = try await domain.blockInfo(device)
    return .fields(Self.sizes.map { Field($0.name, key: $0.key, value(of: info, $0.size), text: text(of: info, $0.size)) })
  }

  private func everyDisk(of domain: Domain) async throws -> Outcome {
    let disks = try DomainDisks(xml: await domain.xml()).disks
    let asked = disks.indices.filter { disks[$0].hasSource }
    var rows = disks.map { Row(target: $0.target, info: DomainBlockInfo(allocation: 0, capacity: 0, physical: 0)) }
    for (index, result) in zip(asked, await domain.blockInfos(asked.map { disks[$0].target })) {
      do { rows[index].info = try result.get() } catch let error as LibvirtError where Self.isUnreachable(error, disks[index], domain) {
        // Nobody reaches the storage of a network disk while the domain is shut off.
      }
    }
    return .table(
      rows,
      columns: [Column("Target", key: "target", value: { .string($0.target) })]
        + Self.sizes.map { column in
          Column(column.name, key: column.key, value: { value(of: $0.info, column.size) }, show: { text(of: $0.info, column.size) })
        }, name: { $0.target })
  }

  private static func isUnreachable(_ error: LibvirtError, _ disk: DomainDisks.Disk, _ domain: Domain) -> Bool {
    domain.id == nil && disk.hasProtocol && error.code == .internalError && error.domain == .storage
  }

  private func value(of info: DomainBlockInfo, _ size: KeyPath<DomainBlockInfo, UInt64> & Sendable) -> CellValue {
    info.isUnknown ? .null : .uint(info[keyPath: size])
  }

  private func text(of info: DomainBlockInfo, _ size: KeyPath<DomainBlockInfo, UInt64> & Sendable) -> String {
    let value = value(of: info, size)
    guard human, !info.isUnknown else { return value.text }
    let amount = ByteAmount(info[keyPath: size])
    return "\(fixedPoint(amount.amount, decimals: 3)) \(amount.unit)"
  }

  private struct Row: Sendable {
    let target: String
    var info: DomainBlockInfo
  }

  private static let sizes: [(name: String, key: String, size: KeyPath<DomainBlockInfo, UInt64> & Sendable)] = [
    ("Capacity", "capacity", \.capacity), ("Allocation", "allocation", \.allocation), ("Physical", "physical", \.physical),
  ]
}

extension DomainBlockInfo {
  /// What virsh takes for no answer: all sizes zero.
  fileprivate var isUnknown: Bool { capacity == 0 && allocation == 0 && physical == 0 }
}
