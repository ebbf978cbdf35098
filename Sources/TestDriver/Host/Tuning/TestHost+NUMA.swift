import LibvirtProtocol
import XDR

extension TestHost {
  /// `virDomainNumatuneMemMode`, in order.
  private static let numaModes = ["strict", "preferred", "interleave", "restrictive"]

  func numaParameters(_ ref: DomainRef, _ room: Int32, _ flags: UInt32) throws -> CountedParameters<16, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetNumaParameters")
    guard room != 0 else { return .count(2) }
    let definition = try definition(ref, flags)
    let mode = Self.numaModes.firstIndex(of: definition.numaMode ?? "strict") ?? 0
    return CountedParameters(
      [("numa_mode", .int(Int32(clamping: mode))), ("numa_nodeset", .string(definition.numaNodes?.description ?? ""))], room: room)
  }

  func setNUMAParameters(_ ref: DomainRef, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetNumaParameters")
    let wanted = try TypedParameters(parameters, ["numa_mode": .int, "numa_nodeset": .string])
    try refuseBoth(flags)
    try edit(ref, flags) { definition, isRunning in
      let nodes = try wanted.string("numa_nodeset").map { try numaNodes($0) }
      let mode = try wanted.int("numa_mode").map { try numaMode($0) }
      if isRunning, let mode, let now = definition.numaMode, now != mode {
        throw invalid("can't change numatune mode for running domain")
      }
      guard mode != nil || nodes != nil else { return }
      let set = nodes ?? definition.numaNodes
      // Memory that is placed automatically stays so; only the first setting needs the nodes.
      guard set != nil || definition.numaMode != nil else {
        throw LibvirtError(
          .configUnsupported, Self.errorDomain, "nodeset for NUMA memory tuning must be set if 'placement' is 'static'")
      }
      definition.setNUMA(mode: mode ?? definition.numaMode ?? "strict", nodes: set)
    }
  }

  private func numaNodes(_ text: String) throws -> CPUSet {
    guard let nodes = CPUSet(text) else { throw argument("Failed to parse bitmap '\(text)'") }
    guard !nodes.isEmpty else {
      throw LibvirtError(.operationInvalid, Self.errorDomain, "Invalid nodeset of 'numatune': \(text)")
    }
    return nodes
  }

  private func numaMode(_ number: Int32) throws -> String {
    guard Self.numaModes.indices.contains(Int(number)) else { throw argument("unsupported numatune mode: '\(number)'") }
    return Self.numaModes[Int(number)]
  }
}
