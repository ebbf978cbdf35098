import Drivers
import LibvirtProtocol

extension Connection {
  /// How many CPUs the host has, those that are offline among them; at most as many as a map can name.
  public func cpuCount() async throws -> Int {
    let count: Int
    do {
      count = Int(try await call(Remote.nodeGetCpuMap, 0, 0, 0).ret)
    } catch let error as LibvirtError {
      guard let info = try? await nodeInfo() else { throw error }
      count = [info.nodes, info.sockets, info.cores, info.threads].reduce(1) { $0.multipliedReportingOverflow(by: Int($1)).partialValue }
    }
    return min(max(0, count), CPUSet.limit)
  }

  /// Which CPUs the host has, which are online, and how many.
  public func cpuMap() async throws -> NodeCPUMap { try await call(Remote.nodeGetCpuMap, 1, 1, 0) }

  /// How many figures there are of one CPU of the host, or of all together for -1.
  public func cpuStatisticsCount(_ cpu: Int32) async throws -> Int32 {
    guard cpu >= -1 else {
      throw LibvirtError(code: .invalidArg, domain: .none, message: "cpuNum in virNodeGetCPUStats only accepts -1 as a negative value")
    }
    return try await call(Remote.nodeGetCpuStats, cpu, 0, 0).nparams
  }

  /// The figures of one CPU of the host, or of all together for -1, in nanoseconds. Some hypervisors insist on their exact number.
  public func cpuStatistics(_ cpu: Int32, count: Int32) async throws -> [NodeCPUStat] {
    Array(try await call(Remote.nodeGetCpuStats, cpu, count, 0).params)
  }

  /// The CPU models that libvirt knows for an architecture; none where it accepts all.
  public func cpuModels(_ architecture: String) async throws -> [String] {
    Array(try await call(Remote.connectGetCpuModelNames, architecture, 1, 0).elements)
  }

  /// The most virtual CPUs that a domain of some type may have.
  public func maxVcpus(_ type: String?) async throws -> Int { Int(try await call(Remote.connectGetMaxVcpus, type)) }

  /// How a CPU, given as XML, compares with the host's.
  public func compareCPU(xml: String, _ flags: ConnectCompareCPUFlags) async throws -> CPUCompareResult {
    CPUCompareResult(rawValue: try await call(Remote.connectCompareCpu, xml, flags.rawValue)) ?? .error
  }

  /// The richest CPU that all given ones have in common, as XML.
  public func baselineCPU(xml: [String], _ flags: ConnectBaselineCPUFlags) async throws -> String {
    try await call(Remote.connectBaselineCpu, .init(xml), flags.rawValue)
  }
}

/// Which hypervisor on the host is meant; nil is its default.
public struct HypervisorChoice: Sendable, Hashable {
  /// `kvm`, `qemu`, …
  public var type: String?
  /// The path of the emulator.
  public var emulator: String?
  /// The architecture.
  public var architecture: String?
  /// The machine type.
  public var machine: String?

  /// A choice.
  public init(type: String? = nil, emulator: String? = nil, architecture: String? = nil, machine: String? = nil) {
    (self.type, self.emulator, self.architecture, self.machine) = (type, emulator, architecture, machine)
  }
}

extension Connection {
  /// What guests can have, as XML.
  public func domainCapabilities(_ choice: HypervisorChoice) async throws -> String {
    try await call(Remote.connectGetDomainCapabilities, choice.emulator, choice.architecture, choice.machine, choice.type, 0)
  }

  /// How a CPU, given as XML, compares with what a hypervisor can give.
  public func compareCPU(xml: String, with choice: HypervisorChoice, _ flags: ConnectCompareCPUFlags) async throws -> CPUCompareResult {
    CPUCompareResult(
      rawValue: try await call(
        Remote.connectCompareHypervisorCpu, choice.emulator, choice.architecture, choice.machine, choice.type, xml, flags.rawValue))
      ?? .error
  }

  /// The richest CPU that all given ones have in common and that a hypervisor can give, as XML.
  public func baselineCPU(xml: [String], on choice: HypervisorChoice, _ flags: ConnectBaselineCPUFlags) async throws -> String {
    try await call(
      Remote.connectBaselineHypervisorCpu, choice.emulator, choice.architecture, choice.machine, choice.type, .init(xml), flags.rawValue)
  }
}
