import LibvirtProtocol

extension Domain {
  /// How many host CPUs there are figures of.
  public func cpuStatisticsCount() async throws -> Int {
    Int(try await connection.call(Remote.domainGetCpuStats, ref, 0, 0, 0, TypedParameter.stringsWelcome).nparams)
  }

  /// How many figures there are of each host CPU, or of all together.
  public func cpuStatisticsWidth(total: Bool) async throws -> Int {
    Int(try await connection.call(Remote.domainGetCpuStats, ref, 0, total ? -1 : 0, 1, TypedParameter.stringsWelcome).nparams)
  }

  /// The figures of some host CPUs from one on, `width` each; a CPU without any has an empty list or none at the end.
  public func cpuStatistics(from cpu: Int, count: Int, width: Int) async throws -> [[TypedParameter]] {
    let reply = try await connection.call(
      Remote.domainGetCpuStats, ref, UInt32(clamping: width), Int32(clamping: cpu), UInt32(clamping: count), TypedParameter.stringsWelcome)
    let each = Int(reply.nparams)
    guard each > 0 else { return [] }
    let parameters = Array(reply.params)
    return stride(from: 0, to: parameters.count, by: each).prefix(max(0, count)).map {
      Array(parameters[$0..<min($0 + each, parameters.count)])
    }
  }

  /// The figures of all host CPUs together.
  public func totalCPUStatistics(width: Int) async throws -> [TypedParameter] {
    try await cpuStatistics(from: -1, count: 1, width: width).first ?? []
  }
}
