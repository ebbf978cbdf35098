import Drivers
import LibvirtProtocol
import XDR

/// How many virtual CPUs a domain has, asked in one round trip.
public struct DomainVcpuCounts: Sendable {
  /// Whether the domain runs; false where the hypervisor does not say.
  public let isActive: Bool
  /// Whether it has a definition; false where the hypervisor does not say.
  public let isPersistent: Bool
  /// The counts in the order of what was asked for.
  public let counts: [Result<Int, any Error>]
}

extension Domain {
  /// The number of virtual CPUs that `flags` mean.
  ///
  /// libvirt asks the guest's agent for a connection that may change something only.
  public func vcpuCount(_ flags: DomainVcpuFlags) async throws -> Int {
    if flags.contains(.guest), connection.isReadOnly { throw LibvirtError.readOnly(Remote.domainGetVcpusFlags) }
    return Int(try await connection.call(Remote.domainGetVcpusFlags, ref, flags.rawValue))
  }

  /// Several counts, and whether the domain has what they are about.
  public func vcpuCounts(_ questions: [DomainVcpuFlags]) async -> DomainVcpuCounts {
    let active = connection.send(Remote.domainIsActive, ref)
    let persistent = connection.send(Remote.domainIsPersistent, ref)
    let replies = questions.map { connection.send(Remote.domainGetVcpusFlags, ref, $0.rawValue) }
    var counts: [Result<Int, any Error>] = []
    for reply in replies { counts.append(await reply.result.map { Int($0) }) }
    return DomainVcpuCounts(
      isActive: (try? await active.value) == 1, isPersistent: (try? await persistent.value) == 1, counts: counts)
  }

  /// The most virtual CPUs that the running domain may have, by the older call.
  public func maxVcpus() async throws -> Int { Int(try await connection.call(Remote.domainGetMaxVcpus, ref)) }

  /// The virtual CPUs of the running domain: at most `count`, with the host CPUs, below `cpus`, that each may run on.
  public func vcpus(atMost count: Int, of cpus: Int) async throws -> [(info: VcpuInfo, affinity: CPUSet)] {
    let length = Self.mapLength(cpus)
    let reply = try await connection.call(Remote.domainGetVcpus, ref, Int32(clamping: count), Int32(length))
    let maps = Self.maps(reply.cpumaps.bytes, length)
    return reply.info.enumerated().map { ($1, maps.indices.contains($0) ? maps[$0] : CPUSet([])) }
  }

  /// Which host CPUs, below `cpus`, each of at most `count` virtual CPUs may run on.
  public func vcpuAffinity(atMost count: Int, of cpus: Int, _ impact: DomainModificationImpact) async throws -> [CPUSet] {
    let length = Self.mapLength(cpus)
    let reply = try await connection.call(Remote.domainGetVcpuPinInfo, ref, Int32(clamping: count), Int32(length), impact.rawValue)
    return Array(Self.maps(reply.cpumaps.bytes, length).prefix(max(0, Int(reply.num))))
  }

  /// Which host CPUs, below `cpus`, the emulator's threads may run on.
  public func emulatorAffinity(of cpus: Int, _ impact: DomainModificationImpact) async throws -> CPUSet {
    try impact.checkOne()
    let reply = try await connection.call(Remote.domainGetEmulatorPinInfo, ref, Int32(Self.mapLength(cpus)), impact.rawValue)
    return CPUSet(map: reply.cpumaps.bytes)
  }

  /// Lets a virtual CPU run on some host CPUs only. Without an impact the oldest form of the call is made, about the running domain.
  public func pinVcpu(_ vcpu: UInt32, to cpus: CPUSet, _ impact: DomainModificationImpact? = nil) async throws {
    let map = Opaque<2048>(cpus.bytes())
    if let impact {
      try await connection.call(Remote.domainPinVcpuFlags, ref, vcpu, map, impact.rawValue)
    } else {
      try await connection.call(Remote.domainPinVcpu, ref, vcpu, map)
    }
  }

  /// Lets the emulator's threads run on some host CPUs only.
  public func pinEmulator(to cpus: CPUSet, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainPinEmulator, ref, Opaque(cpus.bytes()), impact.rawValue)
  }

  /// Plugs virtual CPUs, a list such as `2-3`, in or out.
  public func setVcpu(_ list: String, isOn: Bool, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetVcpu, ref, list, isOn ? 1 : 0, impact.rawValue)
  }

  /// Bytes of a map of so many CPUs.
  private static func mapLength(_ cpus: Int) -> Int { (min(max(cpus, 1), CPUSet.limit) + 7) / 8 }

  /// The maps that stand one behind the other, as far as they are whole.
  private static func maps(_ bytes: [UInt8], _ length: Int) -> [CPUSet] {
    stride(from: 0, through: bytes.count - length, by: length).map { CPUSet(map: bytes[$0..<$0 + length]) }
  }
}
