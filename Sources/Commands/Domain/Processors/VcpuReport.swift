import LibvirtProtocol
import Presentation

/// A block for each virtual CPU.
struct VcpuReport: Answer {
  /// A virtual CPU; of one that does not run only the number is known, and where it may run.
  struct Vcpu: Sendable {
    let number: UInt32
    let info: VcpuInfo?
    let affinity: CPUSet

    init(_ info: VcpuInfo, _ affinity: CPUSet) { (number, self.info, self.affinity) = (info.number, info, affinity) }
    init(number: UInt32, affinity: CPUSet) { (self.number, info, self.affinity) = (number, nil, affinity) }

    var state: String? {
      guard let info else { return nil }
      return switch VcpuState(rawValue: info.state) {
      case .offline: "offline"
      case .running: "running"
      case .blocked: "blocked"
      case nil: "no state"
      }
    }

    var cpu: Int32? { info.flatMap { $0.cpu < 0 ? nil : $0.cpu } }
  }

  let vcpus: [Vcpu]
  /// How many CPUs the host has.
  let cpus: Int
  let isPretty: Bool

  func write(on page: inout Page) {
    for (index, vcpu) in vcpus.enumerated() {
      if index > 0 { page.line() }
      func line(_ label: String, _ text: String) { page.line("\(label.padded(to: 15)) \(text)") }
      line("VCPU:", "\(vcpu.number)")
      line("CPU:", vcpu.cpu.map { "\($0)" } ?? "N/A")
      line("State:", vcpu.state ?? "N/A")
      switch vcpu.info?.cpuTime {
      case nil: line("CPU time", "N/A")
      case 0?: break
      case let time?: line("CPU time:", fixedPoint(Double(time) / 1e9, decimals: 1) + "s")
      }
      line("CPU Affinity:", isPretty ? "\(vcpu.affinity) (out of \(cpus))" : vcpu.affinity.letters(of: cpus))
    }
  }

  var rows: Rowset? {
    Rowset(
      keys: ["vcpu", "cpu", "state", "cpuTime", "affinity"],
      rows: vcpus.map {
        [.integer($0.number), .integer($0.cpu), .string(orNull: $0.state), .integer($0.info?.cpuTime), $0.affinity.cell]
      })
  }
  var parts: [any Encodable & Sendable]? { rows?.records }
  func encode(to encoder: any Encoder) throws { try rows?.records.encode(to: encoder) }
}
