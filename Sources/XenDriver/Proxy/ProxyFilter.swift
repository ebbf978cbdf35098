import LibvirtProtocol

/// Which domains `virConnectListAllDomains` asks for, as far as the proxy can tell: it knows only what runs, and its state.
struct ProxyFilter {
  private let flags: ConnectListAllDomainsFlags

  /// Throws for flags that are unknown, and for those that ask for what the proxy does not know.
  init(_ flags: UInt32) throws(LibvirtError) {
    guard flags & ~0xFFFF == 0 else {
      throw LibvirtError(
        code: .invalidArg, domain: .proxy,
        message: "unsupported flags (0x\(String(flags & ~0xFFFF, radix: 16))) in function xenProxyListAllDomains")
    }
    self.flags = ConnectListAllDomainsFlags(rawValue: flags)
    let secrets: [(ConnectListAllDomainsFlags, ConnectListAllDomainsFlags, String)] = [
      (.persistent, .transient, "are persistent"), (.autostart, .noAutostart, "start with the host"),
    ]
    for (one, other, what) in secrets where self.flags.contains(one) != self.flags.contains(other) {
      throw LibvirtError(.argumentUnsupported, .proxy, "the proxy does not know which domains \(what)")
    }
  }

  /// Whether a domain that runs may pass. None has a saved state, a snapshot or a checkpoint.
  var letsAnyThrough: Bool {
    let groups: [(yes: ConnectListAllDomainsFlags, no: ConnectListAllDomainsFlags)] = [
      (.active, .inactive), (.noManagedsave, .managedsave), (.noSnapshot, .hasSnapshot), (.noCheckpoint, .hasCheckpoint),
    ]
    return groups.allSatisfy { flags.contains($0.yes) || !flags.contains($0.no) }
  }

  /// Whether the state of each domain has to be known.
  var asksForState: Bool { !flags.isDisjoint(with: [.running, .paused, .shutoff, .other]) }

  /// Whether a domain in this state passes. One that waits for something to do is blocked, which is a state of its own.
  func passes(_ state: Int32) -> Bool {
    switch DomainRunState(rawValue: state) {
    case .running: flags.contains(.running)
    case .paused: flags.contains(.paused)
    case .shutoff: flags.contains(.shutoff)
    default: flags.contains(.other)
    }
  }
}
