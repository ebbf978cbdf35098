import SExpressions

extension XendRequest {
  /// Makes a domain that is gone when it ends, and leaves it paused: xend answers with its document. ``waitForDevices(_:)`` and
  /// ``unpause(_:)`` come next, ``destroy(_:)`` where those fail.
  static func create(_ configuration: SExpression) -> Self { post("create", to: "/xend/domain/", ["config": .expression(configuration)]) }

  /// Waits until the devices of a new domain are there, or says which one is not.
  static func waitForDevices(_ domain: XendDomainKey) -> Self { post("wait_for_devices", to: domain) }

  /// Defines a domain, or defines the one with the same UUID anew. Format 3 and newer.
  static func define(_ configuration: SExpression) -> Self { post("new", to: "/xend/domain/", ["config": .expression(configuration)]) }

  /// Starts a defined domain, running: xend ignores a wish to have it paused. Format 3 and newer.
  static func start(_ domain: XendDomainKey) -> Self { post("start", to: domain) }

  /// Forgets a defined domain, which must be halted. Format 3 and newer.
  static func undefine(_ domain: XendDomainKey) -> Self { post("delete", to: domain) }

  /// Stops a domain's processors.
  static func pause(_ domain: XendDomainKey) -> Self { post("pause", to: domain) }

  /// Lets a paused domain go on.
  static func unpause(_ domain: XendDomainKey) -> Self { post("unpause", to: domain) }

  /// Asks the guest to end; the answer does not wait for that.
  static func shutdown(_ domain: XendDomainKey, _ reason: XendShutdownReason) -> Self {
    post("shutdown", to: domain, ["reason": .text(reason.rawValue)])
  }

  /// Ends a domain at once.
  static func destroy(_ domain: XendDomainKey) -> Self { post("destroy", to: domain) }

  /// Resets an HVM domain. Xen 3.3 and newer.
  static func reset(_ domain: XendDomainKey) -> Self { post("reset", to: domain) }

  /// Gives a domain another name.
  static func rename(_ domain: XendDomainKey, to name: String) -> Self { post("rename", to: domain, ["name": .text(name)]) }

  /// Sends a SysRq key to the guest.
  static func sysrq(_ domain: XendDomainKey, key: UInt8) -> Self { post("sysrq", to: domain, ["key": .number(key)]) }
}
