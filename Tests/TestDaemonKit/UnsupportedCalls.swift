import LibvirtProtocol

/// Calls that libvirt's daemon knows and its test driver has no answer to: what is refused is the function, not the procedure.
enum UnsupportedCalls {
  static let all: [Int32: any AnyProcedure] = {
    let procedures: [any AnyProcedure] = [
      Remote.domainAttachDevice, Remote.domainAttachDeviceFlags, Remote.domainDetachDevice, Remote.domainDetachDeviceFlags,
      Remote.domainDetachDeviceAlias, Remote.domainUpdateDeviceFlags, Remote.domainSetVcpu, Remote.nodeGetMemoryStats,
      Remote.connectGetDomainCapabilities,
    ]
    return Dictionary(procedures.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
