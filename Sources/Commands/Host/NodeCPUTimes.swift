import LibvirtProtocol
import Presentation

/// What the host's processors spent their time on, in nanoseconds.
struct NodeCPUTimes {
  /// libvirt's names and virsh's, in the order of virsh's lines.
  private static let names = [("user", "user"), ("kernel", "system"), ("idle", "idle"), ("iowait", "iowait"), ("intr", "intr")]
  private let times: [(name: String, time: UInt64)]
  /// How busy they are in percent, where the hypervisor says that itself.
  let usage: UInt64?

  init(_ figures: [NodeCPUStat]) {
    func value(_ field: String) -> UInt64? { figures.last { $0.field == field }?.value }
    times = Self.names.compactMap { field, name in value(field).map { (name, $0) } }
    usage = value("utilization")
  }

  /// The times themselves.
  func fields() -> [Field] {
    times.map { Field($0.name, key: $0.name, .uint($0.time), text: "\($0.time)".indented(to: 20)) }
  }

  /// The shares of the time that went by since then; `nothing` stands for them where no time did.
  func shares(since earlier: NodeCPUTimes, nothing: String) -> [Field] {
    let spans = times.map { (name: $0.name, time: $0.time &- (earlier[$0.name] ?? 0)) }
    let total = spans.reduce(0) { $0 + Double($1.time) }
    let idle = spans.first { $0.name == "idle" }.map { Double($0.time) } ?? 0
    let shares = [("usage", total - idle)] + spans.map { ($0.name, Double($0.time)) }
    return shares.map { name, time in
      let share = time / total * 100
      let text = total == 0 ? nothing : fixedPoint(share, decimals: 1)
      return Field(name, key: name, total == 0 ? .null : .double(share), text: "\(text.indented(to: 5))%")
    }
  }

  private subscript(name: String) -> UInt64? { times.first { $0.name == name }?.time }
}
