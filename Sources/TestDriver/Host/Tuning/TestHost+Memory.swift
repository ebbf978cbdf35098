import LibvirtProtocol
import XDR

extension TestHost {
  /// What stands for no limit, in KiB.
  private static let unlimited: UInt64 = 9_007_199_254_740_991
  private static let limits = ["hard_limit", "soft_limit", "swap_hard_limit"]
  /// What a call for parameters may ask; bit 2 says that the client understands text.
  static let parameterFlags: UInt32 = DomainModificationImpact([.live, .config]).rawValue | 1 << 2
  /// What a change may have an effect on.
  static let impactFlags: UInt32 = DomainModificationImpact([.live, .config]).rawValue

  func memoryParameters(_ ref: DomainRef, _ room: Int32, _ flags: UInt32) throws -> CountedParameters<16, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetMemoryParameters")
    guard room != 0 else { return .count(Self.limits.count) }
    let definition = try definition(ref, flags)
    return CountedParameters(Self.limits.map { ($0, .ullong(definition.memoryLimit($0) ?? Self.unlimited)) }, room: room)
  }

  func setMemoryParameters(_ ref: DomainRef, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetMemoryParameters")
    let known = Dictionary(uniqueKeysWithValues: Self.limits.map { ($0, TypedParameterType.ullong) })
    let wanted = try TypedParameters(parameters, known)
    try refuseBoth(flags)
    // The sentence of libvirt names the rule; a limit that is not given counts as it is.
    let now = try definition(ref, flags)
    let swap = wanted.unsigned("swap_hard_limit") ?? now.memoryLimit("swap_hard_limit") ?? Self.unlimited
    let hard = wanted.unsigned("hard_limit") ?? now.memoryLimit("hard_limit") ?? Self.unlimited
    if wanted.has("swap_hard_limit") || wanted.has("hard_limit"), hard > swap {
      throw argument("memory hard_limit tunable value must be lower than or equal to swap_hard_limit")
    }
    try edit(ref, flags) { definition, _ in
      for name in Self.limits {
        guard let value = wanted.unsigned(name) else { continue }
        definition.setMemoryLimit(name, value < Self.unlimited ? value : nil)
      }
    }
  }

  /// How often a guest tells its memory figures, in seconds, which its balloon is told.
  func setMemoryStatsPeriod(_ ref: DomainRef, _ seconds: Int32, _ flags: UInt32) throws {
    guard seconds >= 0 else { throw whole("period in virDomainSetMemoryStatsPeriod must be zero or greater") }
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetMemoryStatsPeriod")
    try refuseBoth(flags)
    try edit(ref, flags) { definition, _ in
      guard !definition.devices("memballoon").isEmpty else {
        throw failure("No memory balloon device configured, can not set the collection period")
      }
      guard definition.setBalloonPeriod(seconds) else {
        throw invalid("Memory balloon model must be virtio to gather memballoon statistics")
      }
    }
  }
}
